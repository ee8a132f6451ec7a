import type { Db } from './db.server.ts';
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
  id: string;
  at: number;
  actor: Actor;
  /** Stable, such as `PERSONA_MIX`. */
  code: string;
  asked: string;
}

/** Writes down what was asked for and refused, so that an admin can see which rule people run into. */
export async function logRefusal(db: Db, workspace: Workspace, refusal: Refusal): Promise<void> {
  await db
    .insertInto('refusal')
    .values({ ...refusal, workspace_id: workspace.id })
    .execute();
}
