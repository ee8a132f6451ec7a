import { countSeats } from '#app/audience/account-list.store.server.ts';
import { nameKey } from '#app/audience/keys.ts';
import { whoDeclined } from '#app/delivery/declined/who-declined.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { listWaves, newestTold, type WaveLine } from '#app/results/lane.store.server.ts';
import { type AccountsOfWave, readAccounts } from '#app/results/read-accounts.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { type ApartShare, apartShareOf } from '../apart-share.ts';
import { type CoverageShare, coverageShareOf } from '../coverage-share.ts';
import { countInVain, listInVain } from '../silence.store.server.ts';
import { readTemplate } from '../template/read-template.server.ts';
import { seatsOf, type TemplateSeat } from '../template/template.ts';
import { listAccountKeys } from './committee-list.store.server.ts';
import { type CommitteeQuery, SORTS } from './committee-query.ts';
import { type RankedAccount, toListed, toRanked } from './draw-line.server.ts';
import type { ListedCommittee, SortRefusal } from './listed.ts';
import { inOrder } from './rank.ts';
import { personaOfSort } from './refuse-sort.ts';

export interface CommitteeList {
  waves: WaveLine[];
  /** The one that was heard in; null where none was ever sent. */
  wave: WaveLine | null;
  isTold: boolean;
  personas: Persona[];
  template: TemplateSeat[];
  /** The persona whose answers stand in a column of their own. */
  own: Persona | null;
  /** Set where the order that was asked for says nothing; then the list stands in the order of coverage. */
  refusal: SortRefusal | null;
  found: number;
  /** Of all accounts of the wave, whatever was looked for; null where nobody is told. */
  share: ApartShare | null;
  /** The same of how many were heard whole. */
  covered: CoverageShare | null;
  lines: ListedCommittee[];
  /** The last account shown, where there are more. */
  next: string | null;
}

/** What is read elsewhere: promises are made further down the river. */
export interface Beside {
  /** Promises past their day, by account id. */
  overdue: ReadonlyMap<string, number>;
  now: number;
  limit: number;
}

/**
 * Accounts with who should be heard there and who was, in an order that no answer decides; or by what one persona answered,
 * which then heads a column. Costs the accounts of the workspace and the counters of one wave, never its answers.
 */
export async function listCommittees(
  house: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  query: CommitteeQuery,
  beside: Beside,
): Promise<CommitteeList> {
  const { reading: db } = house;
  const known = await readKnown(db, workspace, query, beside);
  const { asked, wave, isTold } = known;
  const sort = asked?.kind === 'refused' ? SORTS[0] : query.sort;
  const told = isTold ? wave : null;
  // The order takes nobody off who asked not to be written to: each of a whole wave would be looked up by address.
  const silent = told && sort === 'silent' ? await countInVain(db, workspace, told.id) : NOBODY;
  const keys = await listAccountKeys(db, workspace, nameKey(query.search));
  const found = keys
    .map((key) => toRanked(key, { ...known, silent }))
    .filter(({ missing }) => query.missing === null || missing.includes(query.missing));
  const { timeZone } = await readAskingRules(db, workspace);
  const page = pageOf(inOrder(found, sort, dayIn(timeZone, beside.now)), query.after, beside.limit);
  const ids = page.shown.map(({ id }) => id);
  const full = {
    ...known,
    silent: await silentAt(house, workspace, told, ids),
    seats: await countSeats(db, workspace, ids),
  };
  const { waves, personas, template, own } = known;
  return {
    ...{ waves, wave, isTold, personas, template, own, found: found.length, next: page.next },
    share: isTold ? apartShareOf(known.accounts.samples) : null,
    covered: isTold ? coverageShareOf(template, known.accounts.heard) : null,
    refusal: asked?.kind === 'refused' ? asked.refusal : null,
    lines: page.shown.map((one) => toListed(one, full)),
  };
}

/** Silent seats of some accounts in a wave, counted. */
async function silentAt(
  house: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  wave: WaveLine | null,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (!wave) return NOBODY;
  const seats = await listInVain(house.reading, workspace, { waveId: wave.id, accountIds });
  const declined = await whoDeclined(house, workspace, { seats, programmeId: wave.programmeId });
  const silent = Map.groupBy(
    seats.filter(({ personId }) => !declined.has(personId)),
    ({ accountId }) => accountId,
  );
  return new Map([...silent].map(([accountId, own]) => [accountId, own.length]));
}

const NOBODY: ReadonlyMap<string, number> = new Map();

/** What the list says of the whole workspace and of the wave, before any account is looked at. */
async function readKnown(db: Db, workspace: Workspace, query: CommitteeQuery, { overdue }: Beside) {
  const personas = await listPersonas(db, workspace);
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === query.waveId) ?? newestTold(waves) ?? null;
  const asked = personaOfSort(query, personas);
  return {
    ...{ personas, waves, wave, asked, overdue },
    isTold: wave?.confidentiality === 'attributed',
    own: asked?.kind === 'persona' ? asked.persona : null,
    template: seatsOf(await readTemplate(db, workspace), personas),
    accounts: await accountsOf(db, workspace, wave),
    thresholds: await readThresholds(db, workspace),
  };
}

/** What follows on an account in the order; from the beginning where that account is in it no more. */
function pageOf(ordered: readonly RankedAccount[], after: string | null, limit: number) {
  const from = after === null ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  const shown = ordered.slice(from, from + limit);
  return { shown, next: from + limit < ordered.length ? (shown.at(-1)?.id ?? null) : null };
}

async function accountsOf(
  db: Db,
  workspace: Workspace,
  wave: WaveLine | null,
): Promise<Pick<AccountsOfWave, 'samples' | 'heard'>> {
  return wave ? readAccounts(db, workspace, wave) : { samples: new Map(), heard: new Map() };
}
