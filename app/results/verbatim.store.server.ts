import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type TextsOf, texts } from './narrowed-texts.store.server.ts';
import { listResponsesOf, type ResponseRow } from './response.store.server.ts';

export interface VerbatimRow extends ResponseRow {
  questionKey: string;
  words: string;
}

export interface VerbatimsOf extends TextsOf {
  limit: number;
}

/** What people of ONE persona wrote, newest first, with who wrote it; the caller decides who may see names. */
export async function listVerbatims(db: Db, workspace: Workspace, of: VerbatimsOf): Promise<VerbatimRow[]> {
  const found = await newestOf(of, (own) => listOfQuestion(db, workspace, own));
  if (found.length === 0) return [];
  // Who wrote them is looked up by id: joined, SQLite goes through every response of the workspace for each text.
  const responseIds = [...new Set(found.map(({ responseId }) => responseId))];
  const { waveId, personaId } = of;
  const responses = await listResponsesOf(db, workspace, { waveId, personaId, responseIds });
  const by = new Map(responses.map((response) => [response.responseId, response]));
  return found.map((text) => ({ ...text, ...by.get(text.responseId)! }));
}

/** Question by question: of several at once a database would put all texts of the lane in order to find the newest few. */
async function newestOf<T extends Place>(
  of: VerbatimsOf,
  list: (own: VerbatimsOf) => Promise<T[]>,
): Promise<T[]> {
  const found = await Promise.all(of.questionKeys.map((key) => list({ ...of, questionKeys: [key] })));
  return found.flat().sort(byNewest).slice(0, of.limit);
}

type Place = Pick<VerbatimRow, 'responseId' | 'questionKey'>;
type Text = Place & Pick<VerbatimRow, 'words'>;

function byNewest(a: Place, b: Place): number {
  if (a.responseId !== b.responseId) return a.responseId < b.responseId ? 1 : -1;
  return a.questionKey < b.questionKey ? -1 : 1;
}

async function listOfQuestion(db: Db, workspace: Workspace, of: VerbatimsOf): Promise<Text[]> {
  const rows = await texts(db, workspace, of)
    .select(['w.response_id', 'w.question_key', 'w.verbatim'])
    .orderBy('w.response_id', 'desc')
    .limit(of.limit)
    .execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    questionKey: row.question_key,
    words: row.verbatim ?? '',
  }));
}

/** What people of ONE persona answered to one scored question, by response: "answered 9" beside their words. */
export async function readScoresOf(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; questionKey: string; responseIds: readonly string[] },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('answer as s')
    .select(['s.response_id', 's.score'])
    .where('s.workspace_id', '=', workspace.id)
    .where('s.wave_id', '=', of.waveId)
    .where('s.persona_id', '=', of.personaId)
    .where('s.question_key', '=', of.questionKey)
    .where('s.response_id', 'in', of.responseIds)
    .execute();
  return new Map(
    rows.flatMap(({ response_id, score }) => (score === null ? [] : [[response_id, score] as const])),
  );
}

/** Who of ONE persona answered the scored question within a part of its scale, the newest first. */
export async function listScorers(
  db: Db,
  workspace: Workspace,
  of: {
    waveId: string;
    personaId: string;
    questionKey: string;
    low: number;
    high: number;
    before?: string | undefined;
    limit: number;
  },
): Promise<string[]> {
  let query = db
    .selectFrom('answer as s')
    .select('s.response_id')
    .where('s.workspace_id', '=', workspace.id)
    .where('s.wave_id', '=', of.waveId)
    .where('s.persona_id', '=', of.personaId)
    .where('s.question_key', '=', of.questionKey)
    .where('s.score', '>=', of.low)
    .where('s.score', '<=', of.high);
  if (of.before) query = query.where('s.response_id', '<', of.before);
  const rows = await query.orderBy('s.response_id', 'desc').limit(of.limit).execute();
  return rows.map(({ response_id }) => response_id);
}

/** Texts that people of one persona wrote to these questions of a wave, counted up to so many; counting answers is free. */
export async function countVerbatims(
  db: Db,
  workspace: Workspace,
  of: TextsOf,
  upTo: number,
): Promise<number> {
  let found = 0;
  for (const key of of.questionKeys) {
    if (found >= upTo) break;
    const some = texts(db, workspace, { ...of, questionKeys: [key] })
      .select('w.response_id')
      .limit(upTo - found);
    const row = await db
      .selectFrom(some.as('some'))
      .select((eb) => eb.fn.countAll<number>().as('texts'))
      .executeTakeFirstOrThrow();
    found += Number(row.texts);
  }
  return found;
}

/** The response below which so many texts to one of the questions are newer: null where no question has more than that. */
export async function findFloor(
  db: Db,
  workspace: Workspace,
  of: TextsOf,
  newer: number,
): Promise<string | null> {
  const floors = of.questionKeys.map((key) =>
    texts(db, workspace, { ...of, questionKeys: [key] })
      .select('w.response_id as floor')
      .orderBy('w.response_id', 'desc')
      .offset(newer)
      .limit(1)
      .executeTakeFirst(),
  );
  const found = (await Promise.all(floors)).flatMap((row) => (row ? [row.floor] : []));
  return found.sort().at(-1) ?? null;
}

export interface WordsRow extends Place {
  surveyVersionId: string;
  words: string;
}

/** The texts alone, the newest first, for what reads many of them. */
export function listWords(db: Db, workspace: Workspace, of: VerbatimsOf): Promise<WordsRow[]> {
  return newestOf(of, async (own) => {
    const rows = await texts(db, workspace, own)
      .select(['w.response_id as responseId', 'w.question_key as questionKey', 'w.verbatim'])
      .select('w.survey_version_id as surveyVersionId')
      .orderBy('w.response_id', 'desc')
      .limit(of.limit)
      .execute();
    return rows.map(({ verbatim, ...row }) => ({ ...row, words: verbatim ?? '' }));
  });
}
