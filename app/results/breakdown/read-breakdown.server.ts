import { listAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readShownAccounts } from '../confidence/read-shown-accounts.server.ts';
import { isShownWhole } from '../confidence/shown.store.server.ts';
import { pinOf } from '../frame/read-frame.server.ts';
import { countSeats } from '../frame/seat.store.server.ts';
import type { AccountAnswers } from '../gathered.ts';
import { asksByName, type WaveLine } from '../lane.store.server.ts';
import { readAccountAnswers } from '../read-account-answers.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import type { ReadScored } from '../scored-once.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { groupsOfAccounts } from './attribute-groups.server.ts';
import { type Breakdown, breakDown, type GroupAnswers } from './breakdown.ts';
import { findCut } from './cut.store.server.ts';
import { BY_ACCOUNT, BY_LANGUAGE, type Group, type Way } from './cut.ts';
import { groupPeople } from './group-people.server.ts';

export interface LaneRead {
  wave: WaveLine;
  lane: Lane;
}

/** With the scores of its people one by one, where a way needs them. */
type LaneScored = LaneRead & { scored: ReadScored };

/** @param asked what the address says: `account`, `language` or the id of an attribute; null for nothing. */
export async function readBreakdown(
  db: Db,
  workspace: Workspace,
  { wave, lane, scored, asked }: LaneScored & { asked: string | null },
  thresholds: Thresholds,
): Promise<Breakdown> {
  const ways = await listWays(db, workspace);
  if (wave.confidentiality === 'unlinkable') return nothing('unlinkable', []);
  if (wave.confidentiality === 'confidential')
    return readDecided(db, workspace, { wave, lane, asked, ways }, thresholds);
  if (asked === null) return nothing('open', ways);
  const way = ways.find(({ value }) => value === asked) ?? null;
  if (!way) return nothing('open', ways, 'unknown');
  if (!lane.score) return nothing('open', ways, 'no_score');
  const groups = await groupsBy(db, workspace, { wave, lane, scored }, way);
  if (groups === null) return { ...nothing('open', ways, 'too_large'), way };
  return { ...nothing('open', ways), way, ...breakDown(lane.score, groups, way, thresholds) };
}

export async function listWays(db: Db, workspace: Workspace): Promise<Way[]> {
  const attributes = await listAttributes(db, workspace);
  const own = attributes.map(
    ({ id, about, name }): Way => ({
      by: { kind: 'attribute', about, id, name },
      value: toSlug('attribute', id),
      name,
    }),
  );
  return [BY_ACCOUNT, BY_LANGUAGE, ...own];
}

/** Of a confidential lane one way is decided for good; what else is asked for is not even looked at. */
async function readDecided(
  db: Db,
  workspace: Workspace,
  { wave, lane, asked, ways }: LaneRead & { asked: string | null; ways: Way[] },
  thresholds: Thresholds,
): Promise<Breakdown> {
  const pin = { waveId: wave.id, personaId: lane.row.persona.id };
  if (wave.closedAt === null || !(await isShownWhole(db, workspace, pin)))
    return nothing('not_closed', [], asked === null ? null : 'not_decided');
  const shared = ways.filter(({ by }) => by.kind === 'attribute' && by.about === 'account');
  const cut = await findCut(db, workspace, pin);
  if (!cut) return nothing('decide_once', shared, asked === null ? null : 'not_decided');
  const value = toSlug('attribute', cut.attributeId);
  const by = { kind: 'attribute', about: 'account', id: cut.attributeId, name: cut.name } as const;
  const way: Way = { by, value, name: cut.name };
  if (!lane.score) return nothing('decided', [way], 'no_score');
  const seats = await seatsOf(db, workspace, { wave, lane });
  const { accounts, people } = await readShownAccounts(db, workspace, { wave, lane });
  if (cut.people !== null && cut.people !== people) return nothing('decided', [way], 'more_since');
  const groups = byAccounts(accounts, seats, (accountId) => cut.groups.get(accountId) ?? null);
  const because = asked === null || asked === value ? null : 'not_decided';
  return { ...nothing('decided', [way], because), way, ...breakDown(lane.score, groups, way, thresholds) };
}

function nothing(rule: Breakdown['rule'], ways: Way[], because: Breakdown['because'] = null): Breakdown {
  return { ways, way: null, rows: [], further: 0, rule, because };
}

/** Groups by what accounts are come from the counters; by what people are, from the answers themselves. */
async function groupsBy(
  db: Db,
  workspace: Workspace,
  read: LaneScored,
  { by }: Way,
): Promise<GroupAnswers[] | null> {
  switch (by.kind) {
    case 'account':
      return oneByOne(await readAccountAnswers(db, workspace, read), await seatsOf(db, workspace, read));
    case 'language':
      return groupPeople(db, workspace, read, 'language');
    case 'attribute': {
      if (by.about === 'person') return groupPeople(db, workspace, read, by.id);
      const groups = await groupsOfAccounts(db, workspace, by.id);
      const seats = await seatsOf(db, workspace, read);
      const accounts = await readAccountAnswers(db, workspace, read);
      return byAccounts(accounts, seats, (accountId) => groups.get(accountId) ?? null);
    }
    default:
      return by satisfies never;
  }
}

/** How many are known at each account; null where nobody listed them. */
async function seatsOf(
  db: Db,
  workspace: Workspace,
  { wave, lane }: LaneRead,
): Promise<ReadonlyMap<string, number> | null> {
  return asksByName(wave) ? countSeats(db, workspace, pinOf(wave, lane)) : null;
}

function byAccounts(
  accounts: readonly AccountAnswers[],
  seats: ReadonlyMap<string, number> | null,
  groupOf: (accountId: string) => Group | null,
): GroupAnswers[] {
  const found = new Map<
    string,
    { group: Group | null; accounts: GroupAnswers['accounts'][number][]; known: number }
  >();
  const at = (group: Group | null) => {
    const key = group?.key ?? '';
    const known = found.get(key) ?? { group, accounts: [], known: 0 };
    found.set(key, known);
    return known;
  };
  for (const account of accounts)
    at(account.accountId === null ? null : groupOf(account.accountId)).accounts.push(account);
  for (const [accountId, people] of seats ?? []) at(groupOf(accountId)).known += people;
  return [...found.values()].map((group) => ({ ...group, known: seats && group.known }));
}

/** Every account that was heard; where nobody was, there is no figure to hold beside the others. */
function oneByOne(
  accounts: readonly AccountAnswers[],
  seats: ReadonlyMap<string, number> | null,
): GroupAnswers[] {
  return accounts.map((account) => {
    const { accountId, accountName } = account;
    if (accountId === null) return { group: null, accounts: [account], known: null };
    const name = accountName ?? accountId;
    return {
      group: { key: accountId, label: name },
      accounts: [account],
      known: seats ? (seats.get(accountId) ?? null) : null,
      within: { accountId, name },
    };
  });
}
