import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { findBrakes } from '#app/programme/told/find-brakes.server.ts';
import { listListening, listListeningWorkspaces } from '../endpoint/endpoint.store.server.ts';
import { listLeaversUntold, listWavesUntold, type WaveHappened } from './happening.store.server.ts';
import type { Happening } from './hook-kinds.ts';
import { type LaneHappened, listLanesUntold, listLettersUntold } from './lane-happening.store.server.ts';
import { writeEvents } from './write-events.server.ts';

/** How far back a look goes: well within what is kept, so that nothing is told anew once it was forgotten. */
const LOOKS_BACK = 7 * DAY;

type Following = Pick<House, 'db' | 'ids' | 'clock'>;

/**
 * Writes down what happens in stages above, which cannot tell of it: it looks at what they kept, so no page can forget it
 * and no crash can lose it, and each thing is told once, because nothing else may be its subject. Answers how many.
 */
export async function followHappenings(house: Following): Promise<number> {
  let told = 0;
  for (const workspaceId of await listListeningWorkspaces(house.db))
    told += await followWorkspace(house, mintWorkspace(workspaceId));
  return told;
}

const FOLLOWED = [
  'wave.sent',
  'wave.closed',
  'person.left',
  'told_back.sent',
  'action_debt.reached',
] as const;
type Followed = (typeof FOLLOWED)[number];

/** The same in one workspace. */
export async function followWorkspace(house: Following, workspace: Workspace): Promise<number> {
  const listening = await listListening(house.db, workspace);
  let told = 0;
  for (const kind of FOLLOWED) {
    const wanting = listening.filter(({ kinds }) => kinds.includes(kind));
    if (wanting.length === 0) continue;
    const since = Math.max(Math.min(...wanting.map((one) => one.since)), house.clock.now() - LOOKS_BACK);
    const happenings = await look(house, workspace, { kind, since });
    if (happenings.length === 0) continue;
    told += await inTransaction(house.db, (tx) => writeEvents({ ...house, db: tx }, workspace, happenings));
  }
  return told;
}

async function look(
  { db, clock }: Following,
  workspace: Workspace,
  { kind, since }: { kind: Followed; since: number },
): Promise<Happening[]> {
  switch (kind) {
    case 'person.left':
      return lookForLeavers(db, workspace, since);
    case 'told_back.sent':
      return lookForLetters(db, workspace, since);
    case 'action_debt.reached':
      return lookForDebts(db, workspace, { since, now: clock.now() });
    case 'wave.sent':
    case 'wave.closed':
      return (await listWavesUntold(db, workspace, { kind, since })).map((wave) => tellWave(kind, wave));
    default:
      return kind satisfies never;
  }
}

async function lookForLetters(db: House['db'], workspace: Workspace, since: number): Promise<Happening[]> {
  const letters = await listLettersUntold(db, workspace, { since });
  return letters.map((one) => ({
    ...{ kind: 'told_back.sent', subject: one.subject, at: one.at },
    data: toLane(one),
    names: { words: [one.heard, one.willDo, one.willNot].filter((text) => text !== '').join('\n\n') },
  }));
}

/**
 * Lanes that hold the next wave up, from the day after the one promised. One that does so for longer than events are kept
 * is not told anew.
 */
async function lookForDebts(
  db: House['db'],
  workspace: Workspace,
  { since, now }: { since: number; now: number },
): Promise<Happening[]> {
  const reachedAt = ({ promiseOn }: { promiseOn: string | null }) =>
    Date.parse(`${promiseOn}T00:00:00Z`) + DAY;
  const brakes = await findBrakes(db, workspace, { waveId: null, now });
  const fresh = brakes.filter((debt) => reachedAt(debt) >= since);
  const lanes = await listLanesUntold(db, workspace, fresh, 'action_debt.reached');
  return lanes.map((one) => ({
    ...{ kind: 'action_debt.reached', subject: one.subject, at: reachedAt(one) },
    data: { ...toLane(one), promised_on: one.promiseOn! },
    names: {},
  }));
}

function toLane(one: LaneHappened) {
  return {
    ...{ wave: toSlug('wave', one.waveId), wave_name: one.waveName },
    ...{ programme: toSlug('programme', one.programmeId), programme_name: one.programmeName },
    persona: { id: one.personaId, name: one.personaName },
  };
}

function tellWave(kind: 'wave.sent' | 'wave.closed', wave: WaveHappened): Happening {
  return {
    ...{ kind, subject: wave.id, at: wave.at, names: {} },
    data: {
      ...{ wave: toSlug('wave', wave.id), wave_name: wave.name },
      ...{ programme: toSlug('programme', wave.programmeId), programme_name: wave.programmeName },
      personas: wave.personas.map(({ id, name }) => ({ id, name })),
    },
  };
}

async function lookForLeavers(db: House['db'], workspace: Workspace, since: number): Promise<Happening[]> {
  const leavers = await listLeaversUntold(db, workspace, { since });
  return leavers.map((one) => ({
    ...{ kind: 'person.left', subject: one.id, at: one.at },
    data: {
      ...{ person: toSlug('person', one.personId), account: toSlug('account', one.accountId) },
      persona: { id: one.personaId, name: one.personaName },
      ...{ wave: toSlug('wave', one.waveId), programme: toSlug('programme', one.programmeId) },
    },
    names: { person_name: one.personName, account_name: one.accountName },
  }));
}
