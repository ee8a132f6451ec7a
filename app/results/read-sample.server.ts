import { namesOfAccounts } from '#app/audience/account.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { DECLINED } from '#app/survey/question/shared.ts';
import type { CountedQuestion } from './asked-question.ts';
import { choicesKeyOf } from './comparable.ts';
import { isInConfidence } from './confidence/policy.ts';
import { readAllShown } from './confidence/shown.store.server.ts';
import { isLarge } from './dominance.ts';
import { type AccountAnswers, type Gathered, peopleOf } from './gathered.ts';
import { accountsOf, gatheredOf, peopleIn } from './gathered-sums.ts';
import type { LaneRow, WaveLine } from './lane.store.server.ts';
import type { TallyRow } from './lane-count.ts';
import { NO_SUMS, type Sums, WHOLE } from './lane-sums.ts';
import { keyOf, type QuestionState, readState } from './read-state.server.ts';
import { readTally } from './read-tally.server.ts';
import { mintSample, type Question, type Sample, type SampleInput } from './sample.ts';
import { valuesOf } from './scale.ts';

export interface SampleOf {
  wave: WaveLine;
  lane: LaneRow;
  question: CountedQuestion;
  invited: number | null;
  /** Only this account's answers, on purpose; in confidence that is nobody's. */
  account?: { id: string; name: string };
  /** Also what is not shown yet in confidence: for what is never shown itself. */
  live?: boolean;
}

/** One persona's answers to one question of one wave, from the rollups. The only reader of scores. */
export async function readSample(db: Db, workspace: Workspace, of: SampleOf): Promise<Sample> {
  const [sample] = await readSamples(db, workspace, [of]);
  return sample!;
}

/** The same of several questions, waves or personas in a few trips to the database, each by itself and in the order asked. */
export async function readSamples(db: Db, workspace: Workspace, all: readonly SampleOf[]): Promise<Sample[]> {
  const [states, shown] = await Promise.all([
    readStates(
      db,
      workspace,
      all.filter((of) => !isReleased(of)),
    ),
    readReleased(db, workspace, all.filter(isReleased)),
  ]);
  const largest = all.flatMap((of) => (of.account || isReleased(of) ? [] : largestOf(states.get(of)!.sums)));
  const names = await namesOfAccounts(db, workspace, [...new Set(largest)]);
  return Promise.all(
    all.map((of) =>
      isReleased(of)
        ? shownSample(of, shown.get(of) ?? [])
        : sampleOf(db, workspace, of, { ...states.get(of)!, names }),
    ),
  );
}

/** A read for each persona of a wave, and none for each of its questions. */
async function readReleased(
  db: Db,
  workspace: Workspace,
  all: readonly SampleOf[],
): Promise<Map<SampleOf, TallyRow[]>> {
  const lanes = Map.groupBy(all, ({ wave, lane }) => `${wave.id}|${lane.persona.id}`);
  const read = [...lanes.values()].map(async (own) => {
    const { wave, lane } = own[0]!;
    const questionKeys = [...new Set(own.map(({ question }) => question.key))];
    const pin = { waveId: wave.id, personaId: lane.persona.id, questionKeys };
    const shown = await readAllShown(db, workspace, pin);
    return own.map((of) => [of, shown.get(of.question.key) ?? []] as const);
  });
  return new Map((await Promise.all(read)).flat());
}

/** Answered in confidence, and to be shown: what was released counts, not what was counted. */
function isReleased({ wave, live }: SampleOf): boolean {
  return isInConfidence(wave.confidentiality) && !live;
}

function shownSample(of: SampleOf, rows: readonly TallyRow[]): Sample {
  const question = questionOf(of.question, new Set(rows.map(({ value }) => value)));
  const all = accountsOf(rows, of.question, valuesOf(question.scale, question.options ?? []));
  const declined = rows.reduce((sum, { value, people }) => sum + (value === DECLINED ? people : 0), 0);
  const [accounts, leftOut] = of.account ? [[], peopleAt(all)] : [all, 0];
  return mint(of, { question, accounts, leftOut, declined: of.account ? 0 : declined });
}

/** A read for each persona, and for each account that is asked for: no query reads answers of two personas. */
async function readStates(
  db: Db,
  workspace: Workspace,
  all: readonly SampleOf[],
): Promise<Map<SampleOf, QuestionState>> {
  const groups = Map.groupBy(all, ({ lane, account }) => `${lane.persona.id}|${account?.id ?? ''}`);
  const read = [...groups.values()].map(async (group) => {
    const state = await readState(db, workspace, {
      personaId: group[0]!.lane.persona.id,
      waveIds: [...new Set(group.map(({ wave }) => wave.id))],
      questionKeys: [...new Set(group.map(({ question }) => question.key))],
      accountId: group[0]!.account?.id,
    });
    return group.map((of) => [of, state.get(keyOf(of.wave.id, of.question.key)) ?? NOBODY] as const);
  });
  return new Map((await Promise.all(read)).flat());
}

const NOBODY: QuestionState = { sums: NO_SUMS, own: [] };

/** Accounts that are named, because more than a quarter of the answers are theirs. */
function largestOf({ parts }: Sums): string[] {
  return [...parts.values()].flatMap((part) =>
    part.largest && isLarge(part.largest.people, peopleIn(part)) ? [part.largest.accountId] : [],
  );
}

interface Found extends QuestionState {
  names: ReadonlyMap<string, string>;
}

async function sampleOf(db: Db, workspace: Workspace, of: SampleOf, found: Found): Promise<Sample> {
  const question = questionOf(of.question, found.sums.values.keys());
  const accounts = await answersOf(db, workspace, of, { ...found, question });
  const heard = peopleIn(found.sums.parts.get(WHOLE));
  const leftOut = of.account && !('bySize' in accounts) ? heard - peopleAt(accounts) : 0;
  const declined = of.account ? declinedAt(found.own) : (found.sums.values.get(DECLINED) ?? 0);
  return mint(of, { question, accounts, leftOut, declined });
}

type Read = Pick<SampleInput, 'question' | 'accounts' | 'leftOut' | 'declined'>;

function mint({ wave, lane, account, invited }: SampleOf, read: Read): Sample {
  return mintSample({
    persona: lane.persona,
    wave: { id: wave.id, name: wave.name, closedAt: wave.closedAt, kind: wave.kind },
    ...read,
    known: account ? null : lane.known,
    invited: account ? null : invited,
    confidentiality: wave.confidentiality === 'unlinkable' ? 'anonymous' : wave.confidentiality,
    within: account ? { accountId: account.id, name: account.name } : null,
  });
}

/** Of one account its cells; of all the sums, unless somebody gave what the question does not offer: then what is on it. */
async function answersOf(
  db: Db,
  workspace: Workspace,
  of: SampleOf,
  { sums, own, names, question }: Found & { question: Question },
): Promise<AccountAnswers[] | Gathered> {
  const values = valuesOf(question.scale, question.options ?? []);
  if (of.account) {
    if (isInConfidence(of.wave.confidentiality)) return [];
    const { id: accountId, name: accountName } = of.account;
    return accountsOf(
      own.map(({ value, people }) => ({ accountId, accountName, value, people })),
      of.question,
      values,
    );
  }
  const offered = new Set([...values, '', DECLINED]);
  if ([...sums.values.keys()].every((value) => offered.has(value)))
    return gatheredOf(sums, question, values, names);
  const pin = { waveId: of.wave.id, personaId: of.lane.persona.id, questionKey: of.question.key };
  return accountsOf(await readTally(db, workspace, pin), of.question, values);
}

function peopleAt(accounts: readonly AccountAnswers[]): number {
  return accounts.reduce((sum, one) => sum + peopleOf(one), 0);
}

function declinedAt(own: QuestionState['own']): number {
  return own.reduce((sum, { value, people }) => sum + (value === DECLINED ? people : 0), 0);
}

function questionOf(asked: CountedQuestion, values: Iterable<string>): Question {
  const { key, concept, scale, wording, wordingKey, reading } = asked;
  const about = { key, concept, scale, wording, wordingKey, choicesKey: choicesKeyOf(asked.options) };
  switch (reading.view) {
    case 'score':
      return about;
    case 'shares':
      return { ...about, options: reading.values.map((value) => value.key) };
    case 'grid': {
      const [rowKeys, columns] = [reading.rows.map((row) => row.key), reading.columns.map((one) => one.key)];
      const options = rowKeys.flatMap((row) => columns.map((column) => `${row}:${column}`));
      return { ...about, options, grid: { rows: rowKeys, columns, ordered: reading.ordered ?? false } };
    }
    case 'spread':
      return { ...about, options: givenIn(values) };
    case 'words':
    case 'none':
      throw new TypeError(`What was answered to ${key} is read, not counted.`);
    default:
      return reading satisfies never;
  }
}

/** Every value that somebody gave; the line they lie on puts them in order. */
function givenIn(values: Iterable<string>): string[] {
  return [...values].filter((value) => value !== '' && value !== DECLINED);
}
