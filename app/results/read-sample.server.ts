import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { DECLINED } from '#app/survey/question/shared.ts';
import type { AskedQuestion, CountedQuestion } from './asked-question.ts';
import { choicesKeyOf } from './comparable.ts';
import { isInConfidence } from './confidence/policy.ts';
import { readShown } from './confidence/shown.store.server.ts';
import type { LaneRow, WaveLine } from './lane.store.server.ts';
import { readTally } from './read-tally.server.ts';
import { type AccountAnswers, mintSample, type Question, type Sample } from './sample.ts';
import { valuesOf } from './scale.ts';
import type { TallyRow } from './tally.store.server.ts';

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

/** One persona's answers to one question of one wave, from the tally. The only reader of scores. */
export async function readSample(db: Db, workspace: Workspace, of: SampleOf): Promise<Sample> {
  const { wave, lane, account } = of;
  const pin = { waveId: wave.id, personaId: lane.persona.id, questionKey: of.question.key };
  const inConfidence = isInConfidence(wave.confidentiality);
  const rows = await (inConfidence && !of.live ? readShown : readTally)(db, workspace, pin);
  const question = questionOf(of.question, rows);
  const all = groupByAccount(rows, of.question, valuesOf(question.scale, question.options ?? []));
  const accounts = account ? all.filter(({ accountId }) => !inConfidence && accountId === account.id) : all;
  const declined = rows.filter(
    ({ value, accountId }) => value === DECLINED && (!account || accountId === account.id),
  );
  return mintSample({
    persona: lane.persona,
    wave: { id: wave.id, name: wave.name, closedAt: wave.closedAt, kind: wave.kind },
    question,
    accounts,
    known: account ? null : lane.known,
    invited: account ? null : of.invited,
    confidentiality: wave.confidentiality === 'unlinkable' ? 'anonymous' : wave.confidentiality,
    within: account ? { accountId: account.id, name: account.name } : null,
    leftOut: people(all) - people(accounts),
    declined: declined.reduce((sum, row) => sum + row.people, 0),
  });
}

function questionOf(asked: CountedQuestion, rows: readonly TallyRow[]): Question {
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
      return { ...about, options: givenIn(rows) };
    case 'words':
    case 'none':
      throw new TypeError(`What was answered to ${key} is read, not counted.`);
    default:
      return reading satisfies never;
  }
}

/** Every value that somebody gave; the line they lie on puts them in order. */
function givenIn(rows: readonly TallyRow[]): string[] {
  return [...new Set(rows.map(({ value }) => value))].filter((value) => value !== '' && value !== DECLINED);
}

function groupByAccount(
  rows: readonly TallyRow[],
  { reading }: AskedQuestion,
  values: readonly string[],
): AccountAnswers[] {
  const cells = new Map(values.map((value, cell) => [value, cell]));
  const accounts = new Map<string | null, { accountName?: string; counts: number[]; behind: number }>();
  for (const { accountId, accountName, value, people } of rows) {
    const account = accounts.get(accountId) ?? {
      accountName: accountName ?? undefined,
      counts: values.map(() => 0),
      behind: 0,
    };
    accounts.set(accountId, account);
    const cell = cells.get(value);
    if (cell !== undefined) account.counts[cell]! += people;
    // Whoever prefers not to say stands behind no count.
    else if (value === '') account.behind += people;
  }
  // Where one person gives several values, the tally's empty value counts the people behind them.
  const several = reading.view === 'grid' || (reading.view === 'shares' && reading.several);
  return [...accounts].map(([accountId, { behind, ...account }]) => ({
    accountId,
    ...account,
    ...(several ? { people: behind } : {}),
  }));
}

function people(accounts: readonly AccountAnswers[]): number {
  return accounts.reduce(
    (sum, { counts, people = counts.reduce((all, count) => all + count, 0) }) => sum + people,
    0,
  );
}
