import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { nameTexts } from './name-texts.server.ts';
import { openLane } from './open-lane.server.ts';
import { confirmTag, removeTag } from './settle.store.server.ts';
import type { TagAt } from './theme.ts';
import { type LaneAt, MOST_AT_ONCE } from './theme.ts';

export interface Settling extends LaneAt {
  /** `confirm`: a suggestion counts from now on. `remove`: it does not, and is not suggested again. */
  act: 'confirm' | 'remove';
  on: readonly TagAt[];
  actor: Actor;
}

/** How many tags changed: what somebody else settled meanwhile is none of them. */
export type Settled = { kind: 'settled'; tags: number } | { kind: 'unknown' } | { kind: 'too_many' };

/** Confirms what a machine suggested of ONE persona's texts, or takes tags away. */
export async function settleTags(
  { db, reading, ids, clock }: Pick<House, 'db' | 'reading' | 'ids' | 'clock'>,
  workspace: Workspace,
  { waveId, personaId, act, on, actor }: Settling,
): Promise<Settled> {
  if (on.length > MOST_AT_ONCE) return { kind: 'too_many' };
  const lane = { waveId, personaId };
  const open = await openLane(reading, workspace, lane);
  if (open.kind !== 'open') return { kind: 'unknown' };
  return inTransaction(db, async (tx): Promise<Settled> => {
    const settle = act === 'confirm' ? confirmTag : removeTag;
    const at = clock.now();
    let tags = 0;
    for (const tag of await nameTexts(tx, workspace, lane, open, on))
      if (await settle(tx, workspace, lane, tag, { by: actor, at })) tags += 1;
    if (tags > 0) {
      const entry = { id: ids.make(), at, actor, act: `${act}_tags`, subject: waveId };
      await writeAudit(tx, workspace, { ...entry, detail: { personaId, tags } });
    }
    return { kind: 'settled', tags };
  });
}
