import { writeAudit } from '#app/platform/audit.store.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { hashToken, randomToken } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { pairOf } from '../compare/pair-of.ts';
import { insertShare } from './share.store.server.ts';
import { MOST_DAYS } from './share.ts';

export type CreatedShare =
  /** The address is told this once: only a hash of its token is kept. */
  | { kind: 'created'; id: string; url: string; expiresAt: number }
  | { kind: 'unknown_wave' }
  | { kind: 'apart'; message: string }
  /** Names cannot be shown of answers that were given in confidence. */
  | { kind: 'names_refused' };

/** Makes an address that opens one page to whoever holds it, until a day that comes by itself. */
export async function createShare(
  { db, ids, clock, env }: Pick<House, 'db' | 'ids' | 'clock' | 'env'>,
  workspace: Workspace,
  asked: { waveId: string; withId: string | null; days: number; showsNames: boolean; memberId: string },
): Promise<CreatedShare> {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === asked.waveId);
  if (!wave) return { kind: 'unknown_wave' };
  const pair = asked.withId === null ? null : pairOf(waves, { waveId: wave.id, withId: asked.withId });
  if (pair?.kind === 'unknown') return { kind: 'unknown_wave' };
  if (pair?.kind === 'apart') return pair;
  const read = pair?.later ?? wave;
  if (asked.showsNames && read.confidentiality !== 'attributed') return { kind: 'names_refused' };
  const token = randomToken();
  const [id, madeAt] = [ids.make(), clock.now()];
  const expiresAt = madeAt + Math.min(asked.days, MOST_DAYS) * DAY;
  const share = { id, waveId: read.id, withId: pair?.earlier.id ?? null, showsNames: asked.showsNames };
  await db.transaction().execute(async (tx) => {
    const made = { ...share, madeAt, expiresAt, madeBy: asked.memberId };
    await insertShare(tx, workspace, { ...made, tokenHash: hashToken(token) });
    const entry = { id: ids.make(), at: madeAt, actor: asked.memberId, act: 'share_overview', subject: id };
    await writeAudit(tx, workspace, { ...entry, detail: { ...share, expiresAt } });
  });
  return { kind: 'created', id, url: new URL(`/share/${token}`, env.publicUrl).href, expiresAt };
}
