import type { Db } from './db.server.ts';
import { hashToken } from './secrets.server.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface AuditEntry {
  id: string;
  at: number;
  actor: Actor;
  /** What was done, as a verb and a noun: `invite_member`. */
  act: string;
  /** The id of the thing it was done to. */
  subject: string;
  /** Before and after, as ids, names of choices and counts. Never a verbatim, a secret or an address. */
  detail: Record<string, unknown>;
}

/** Writes down an act, in the transaction that does it. Rows are never changed (a trigger sees to it). */
export async function writeAudit(db: Db, workspace: Workspace, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({ ...entry, workspace_id: workspace.id, detail: JSON.stringify(entry.detail) })
    .execute();
}

export interface Refusal {
  at: number;
  actor: Actor;
  /** Stable, such as `PERSONA_MIX`. */
  code: string;
  asked: string;
}

/**
 * Writes down what was asked for and refused, so that an admin can see which rule people run into (DOMAIN R8). The same
 * of the same asker counts once a day: a program that asks every second fills no table.
 */
export async function logRefusal(db: Db, workspace: Workspace, refusal: Refusal): Promise<void> {
  const { at, actor, code, asked } = refusal;
  const id = hashToken(JSON.stringify([utcDay(at), actor, code, asked]));
  await db
    .insertInto('refusal')
    .values({ ...refusal, id, workspace_id: workspace.id })
    .onConflict((on) => on.columns(['workspace_id', 'id']).doNothing())
    .execute();
}

const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
