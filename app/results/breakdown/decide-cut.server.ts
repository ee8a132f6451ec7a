import { listAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readShownAccounts } from '../confidence/read-shown-accounts.server.ts';
import { isShownWhole } from '../confidence/shown.store.server.ts';
import { pinOf } from '../frame/read-frame.server.ts';
import { countSeats } from '../frame/seat.store.server.ts';
import { listWaves, type WaveLine } from '../lane.store.server.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import { groupsOfAccounts } from './attribute-groups.server.ts';
import { insertCut, type LaneOf } from './cut.store.server.ts';
import type { Group } from './cut.ts';

export type DecidedCut =
  | { kind: 'decided' }
  /** Somebody decided before; theirs stands. */
  | { kind: 'decided_before' }
  | { kind: 'not_closed' | 'not_confidential' | 'unknown' };

/**
 * Decides by which attribute of accounts the answers of ONE persona in a confidential wave are broken down: once, when
 * the wave is closed, and kept as it stands that day. Two ways to cut the same answers, or one way before and after an
 * account moved, could be subtracted from each other until one person is left (DOMAIN 2.6).
 */
export async function decideCut(
  house: House,
  workspace: Workspace,
  { attributeId, actor, ...lane }: LaneOf & { attributeId: string; actor: Actor },
): Promise<DecidedCut> {
  const { db, clock, ids } = house;
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === lane.waveId);
  const [asked] = wave ? await readLanes(db, workspace, wave, lane.personaId) : [];
  const attribute = (await listAttributes(db, workspace)).find(({ id }) => id === attributeId);
  if (!wave || !asked?.score || attribute?.about !== 'account') return { kind: 'unknown' };
  if (wave.confidentiality !== 'confidential') return { kind: 'not_confidential' };
  if (wave.closedAt === null || !(await isShownWhole(db, workspace, lane))) return { kind: 'not_closed' };
  const shown = await readShownAccounts(db, workspace, { wave, lane: asked });
  const heard = shown.accounts.map(({ accountId }) => accountId);
  const groups = await groupsInLane(db, workspace, { wave, lane: asked, heard }, attribute.id);
  return db.transaction().execute(async (tx): Promise<DecidedCut> => {
    const now = clock.now();
    const cut = { attributeId, name: attribute.name, groups, people: shown.people };
    if (!(await insertCut(tx, workspace, lane, cut, { by: actor, at: now })))
      return { kind: 'decided_before' };
    const audit = { id: ids.make(), at: now, actor, act: 'decide_breakdown', subject: lane.waveId };
    await writeAudit(tx, workspace, { ...audit, detail: { persona: lane.personaId, by: attribute.name } });
    return { kind: 'decided' };
  });
}

/** Of the accounts that could be heard or were: others have nothing to do with it. */
async function groupsInLane(
  db: Db,
  workspace: Workspace,
  { wave, lane, heard }: { wave: WaveLine; lane: Lane; heard: readonly (string | null)[] },
  attributeId: string,
): Promise<ReadonlyMap<string, Group>> {
  const seats = await countSeats(db, workspace, pinOf(wave, lane));
  const wanted = new Set<string | null>([...seats.keys(), ...heard]);
  const groups = await groupsOfAccounts(db, workspace, attributeId);
  return new Map([...groups].filter(([accountId]) => wanted.has(accountId)));
}
