import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findWave, lockWave } from '../wave/wave.store.server.ts';
import {
  countWaveLinks,
  endAnswerLinks,
  insertLinks,
  listWaveInvitationIds,
  raiseGenerations,
} from './link.store.server.ts';
import type { LinkReason } from './link-reason.ts';
import type { LinkHouse, ReplaceLetters } from './renew-link.server.ts';

export type RenewedWave =
  | { kind: 'renewed'; people: number }
  /** Somebody renewed or sent meanwhile; nothing was done. */
  | { kind: 'changed'; people: number }
  | { kind: 'closed' }
  | { kind: 'unknown' };

/** Invitations per statement: two links each, far below what either engine binds at once. */
const BATCH = 500;

/**
 * Gives everybody asked in a wave a new answer link and ends the old ones, all of them or none: for a list of mails
 * that leaked. `seen`: the state of the links on the page that was pressed.
 */
export async function renewWaveLinks(
  house: LinkHouse,
  workspace: Workspace,
  input: { waveId: string; seen: number; reason: LinkReason; actor: Actor },
  replaceLetters: ReplaceLetters,
): Promise<RenewedWave> {
  const { waveId, seen, reason, actor } = input;
  const now = house.clock.now();
  const renewed = await inTransaction(house.db, async (tx): Promise<RenewedWave> => {
    await lockWave(tx, workspace, waveId);
    const wave = await findWave(tx, workspace, waveId);
    if (!wave) return { kind: 'unknown' };
    if (wave.state === 'closed') return { kind: 'closed' };
    const counted = await countWaveLinks(tx, workspace, waveId);
    if (counted.seen !== seen) return { kind: 'changed', people: counted.people };
    const people = await renewAll({ ...house, db: tx }, workspace, { waveId, now }, replaceLetters);
    const entry = { id: house.ids.make(), at: now, actor, act: 'renew_wave_links', subject: waveId };
    await writeAudit(tx, workspace, { ...entry, detail: { reason, people } });
    return { kind: 'renewed', people };
  });
  if (renewed.kind === 'renewed') house.wakeSender();
  return renewed;
}

async function renewAll(
  { db: tx, env }: Pick<LinkHouse, 'env'> & { db: Db },
  workspace: Workspace,
  { waveId, now }: { waveId: string; now: number },
  replaceLetters: ReplaceLetters,
): Promise<number> {
  let people = 0;
  let after = '';
  for (;;) {
    const batch = await listWaveInvitationIds(tx, workspace, { waveId, after, limit: BATCH });
    if (batch.length === 0) return people;
    const raised = await raiseGenerations(tx, workspace, batch);
    await endAnswerLinks(tx, workspace, batch, now);
    if (raised.length > 0) {
      await insertLinks(tx, workspace, raised, env.appSecret);
      await replaceLetters(tx, workspace, raised, { follow: true });
    }
    people += raised.length;
    after = batch.at(-1)!;
  }
}
