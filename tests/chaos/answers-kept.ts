import { readGivenForm } from '#app/answering/held/held.ts';
import { openDatabase } from '#app/platform/db.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { readAlong } from '#app/survey/logic/read-along.ts';
import { connect } from '#db/connection.ts';
import { givenOf, LONG_SURVEY } from './long-survey.ts';

/** What one respondent was told, as their own log has it. */
export interface Told {
  invitationId: string;
  plan: Record<string, string[]>;
  /** That the answers were received. */
  isReceived: boolean;
  /** The fields of the last page whose keeping was acknowledged, and under which revision. */
  saved: { fields: Record<string, readonly string[]>; revision: number } | null;
}

export interface KeptFigures {
  acknowledged: number;
  acknowledged_missing: number;
  responses: number;
  doubled: number;
  torn: number;
  saves_acknowledged: number;
  saves_missing: number;
  left_behind: number;
  tally_differences: number;
}

type Row = Record<string, string | number | null>;

/** Compares what respondents were told with what lies in the database, row by row, on a handle of its own. */
export async function compareKept(databaseUrl: string, told: readonly Told[]): Promise<KeptFigures> {
  await countAsAtStart(databaseUrl);
  const { db, close } = connect(databaseUrl);
  try {
    const responses = await db.selectFrom('response').select(['id', 'invitation_id']).execute();
    const answers: Row[] = await db
      .selectFrom('answer')
      .select(['response_id', 'question_key', 'score', 'choices', 'verbatim'])
      .execute();
    const begun = await db
      .selectFrom('begun_response')
      .select(['invitation_id', 'given', 'revision'])
      .execute();
    const tallied = await db.selectFrom('answer_tally').select(['question_key', 'value', 'people']).execute();
    const heard = await db.selectFrom('lane_heard').select('responses').execute();
    const byInvitation = Map.groupBy(responses, ({ invitation_id }) => invitation_id);
    const byResponse = Map.groupBy(answers, ({ response_id }) => response_id);
    const isWhole = ({ invitationId, plan }: Told) => {
      const [response] = byInvitation.get(invitationId) ?? [];
      return response !== undefined && sameAnswers(byResponse.get(response.id) ?? [], plan);
    };
    const received = told.filter(({ isReceived }) => isReceived);
    const answered = told.filter(({ invitationId }) => byInvitation.has(invitationId));
    const begunBy = new Map(begun.map((row) => [row.invitation_id, row]));
    const waiting = told.filter((one) => one.saved !== null && !byInvitation.has(one.invitationId));
    return {
      acknowledged: received.length,
      acknowledged_missing: received.filter((one) => !isWhole(one)).length,
      responses: responses.length,
      doubled: [...byInvitation.values()].filter((rows) => rows.length > 1).length,
      torn: answered.filter((one) => !isWhole(one)).length + answersOfNobody(byResponse, responses),
      saves_acknowledged: waiting.length,
      saves_missing: waiting.filter((one) => !holdsSaved(begunBy.get(one.invitationId), one)).length,
      left_behind: answered.filter(({ invitationId }) => begunBy.has(invitationId)).length,
      tally_differences: differencesOf(tallied, answered) + Math.abs(sumOf(heard) - responses.length),
    };
  } finally {
    await close();
  }
}

/** A server that was killed left behind what it had not counted; the next one counts it, with this. */
async function countAsAtStart(databaseUrl: string): Promise<void> {
  const { db, close } = await openDatabase(databaseUrl, Date.now());
  await countWaiting({ db });
  await close();
}

function answersOfNobody(byResponse: ReadonlyMap<unknown, unknown>, responses: readonly { id: string }[]) {
  const known = new Set<unknown>(responses.map(({ id }) => id));
  return [...byResponse.keys()].filter((id) => !known.has(id)).length;
}

/** What a form of this plan is read as: one line for each question. */
function readPlan(plan: Record<string, string[]>) {
  const read = readAlong(LONG_SURVEY, givenOf(plan));
  if (read.kind !== 'read') throw new Error('A plan with a fault in it.');
  return read.answers;
}

function sameAnswers(rows: readonly Row[], plan: Record<string, string[]>): boolean {
  const kept = rows.map((row) => JSON.stringify([row.question_key, row.score, row.choices, row.verbatim]));
  const meant = readPlan(plan).map(({ question, value }) => {
    const choices = value.choices ? JSON.stringify(value.choices) : null;
    return JSON.stringify([question.key, value.score ?? null, choices, value.verbatim ?? null]);
  });
  return kept.sort().join('\n') === meant.sort().join('\n');
}

function holdsSaved(row: { given: string; revision: number } | undefined, { saved }: Told): boolean {
  if (!row || !saved || row.revision < saved.revision) return false;
  const given = readGivenForm(row.given);
  return Object.entries(saved.fields).every(
    ([field, values]) => JSON.stringify(given.get(field)) === JSON.stringify(values),
  );
}

/** Counts what every answered plan says, apart from the code that tallies, and compares. */
function differencesOf(
  tallied: readonly { question_key: string; value: string; people: number }[],
  answered: readonly Told[],
): number {
  const counts = new Map<string, number>();
  const count = (key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by);
  for (const { question_key, value, people } of tallied) count(`${question_key} ${value}`, people);
  for (const { plan } of answered) {
    for (const key of ['q1', 'q2', 'q4', 'q5', 'q7'])
      for (const value of plan[key]!) count(`${key} ${value}`, -1);
    // Of several choices it is also counted who made any.
    count('q5 ', -1);
  }
  const isCounted = (key: string) => !/^q[368] /.test(key);
  return [...counts].filter(([key, rest]) => isCounted(key) && rest !== 0).length;
}

function sumOf(heard: readonly { responses: number }[]): number {
  return heard.reduce((sum, { responses }) => sum + responses, 0);
}
