import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { readHome, writeTwin } from '#app/platform/whereabouts.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import {
  countUnconfirmed,
  findInstallation,
  lockInstallation,
  markConfirmed,
  rearm,
} from './armed.store.server.ts';
import { listWaitingWaves } from './waiting.store.server.ts';
import { countWaiting, WAITING } from './waiting.ts';

export type Confirmed =
  | { kind: 'sending' }
  /** Others share the database, and theirs waits for a word of their own. */
  | { kind: 'others'; workspaces: number }
  /** It is not what was looked at any more. */
  | { kind: 'changed'; messages: number }
  | { kind: 'not_paused' };

type Confirming = Pick<House, 'db' | 'env' | 'clock' | 'ids' | 'wakeSender'>;

/**
 * An admin has seen what would go out of a restored database and says that it may. `messages` is the number they saw.
 * Sending begins when every workspace with something to send has said so.
 */
export async function confirmSending(
  house: Confirming,
  workspace: Workspace,
  { messages, actor }: { messages: number; actor: Actor },
): Promise<Confirmed> {
  const home = await readHome(house.env.databaseUrl);
  const confirmed = await inTransaction(house.db, (tx) =>
    confirmInside({ ...house, db: tx }, workspace, { messages, actor, home }),
  );
  if (confirmed.kind === 'sending') house.wakeSender();
  return confirmed;
}

async function confirmInside(
  { db: tx, env, clock, ids }: Confirming,
  workspace: Workspace,
  { messages, actor, home }: { messages: number; actor: Actor; home: string | null },
): Promise<Confirmed> {
  await lockInstallation(tx);
  const row = await findInstallation(tx);
  if (!row || row.restoredAt === null) return { kind: 'not_paused' };
  const waves = await listWaitingWaves(tx, workspace);
  const now = countWaiting(waves);
  if (now !== messages) return { kind: 'changed', messages: now };
  const at = clock.now();
  await markConfirmed(tx, workspace, row.restoredAt);
  const detail = {
    restored_at: row.restoredAt,
    why: row.restoredWhy,
    messages,
    waves: waves.map(({ waveId, waiting, inDoubt }) => ({ wave: waveId, waiting, in_doubt: inDoubt })),
  };
  const entry = { id: ids.make(), at, actor, act: 'confirm_sending', subject: workspace.id, detail };
  await writeAudit(tx, workspace, entry);
  const workspaces = await countUnconfirmed(tx, row.restoredAt, WAITING);
  if (workspaces > 0) return { kind: 'others', workspaces };
  const armed = { instance: ids.make(), round: row.round + 1 };
  await rearm(tx, { ...armed, home });
  // Before the commit: a sender that sees this row must find its twin. Should the commit fail, nothing is sent still.
  writeTwin(env.databaseUrl, armed);
  return { kind: 'sending' };
}
