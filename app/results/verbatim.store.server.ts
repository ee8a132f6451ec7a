import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listResponsesOf, type ResponseRow } from './response.store.server.ts';

export interface VerbatimRow extends ResponseRow {
  questionKey: string;
  words: string;
}

export interface VerbatimsOf {
  waveId: string;
  personaId: string;
  /** Only texts written to these questions. */
  questionKeys: readonly string[];
  limit: number;
  /** Only texts of responses before this one, for paging. */
  before?: string;
  responseId?: string;
  /** Only texts that hold these words, in any case. */
  search?: string;
}

/** What people of ONE persona wrote, newest first, with who wrote it; the caller decides who may see names. */
export async function listVerbatims(db: Db, workspace: Workspace, of: VerbatimsOf): Promise<VerbatimRow[]> {
  // Question by question: of several at once a database would put all texts of the lane in order to find the newest few.
  const found = of.questionKeys.map((questionKey) => listOfQuestion(db, workspace, of, questionKey));
  const texts = (await Promise.all(found)).flat().sort(byNewest).slice(0, of.limit);
  if (texts.length === 0) return [];
  // Who wrote them is looked up by id: joined, SQLite goes through every response of the workspace for each text.
  const responseIds = [...new Set(texts.map(({ responseId }) => responseId))];
  const { waveId, personaId } = of;
  const responses = await listResponsesOf(db, workspace, { waveId, personaId, responseIds });
  const by = new Map(responses.map((response) => [response.responseId, response]));
  return texts.map((text) => ({ ...text, ...by.get(text.responseId)! }));
}

type Text = Pick<VerbatimRow, 'responseId' | 'questionKey' | 'words'>;

function byNewest(a: Text, b: Text): number {
  if (a.responseId !== b.responseId) return a.responseId < b.responseId ? 1 : -1;
  return a.questionKey < b.questionKey ? -1 : 1;
}

async function listOfQuestion(
  db: Db,
  workspace: Workspace,
  of: VerbatimsOf,
  questionKey: string,
): Promise<Text[]> {
  let query = db
    .selectFrom('answer as w')
    .select(['w.response_id', 'w.question_key', 'w.verbatim'])
    .where('w.workspace_id', '=', workspace.id)
    .where('w.wave_id', '=', of.waveId)
    .where('w.persona_id', '=', of.personaId)
    .where('w.question_key', '=', questionKey)
    .where('w.verbatim', 'is not', null)
    .orderBy('w.response_id', 'desc')
    .limit(of.limit);
  if (of.before) query = query.where('w.response_id', '<', of.before);
  if (of.responseId) query = query.where('w.response_id', '=', of.responseId);
  const { search } = of;
  if (search)
    query = query.where((eb) => {
      // A text that loses something when the words are taken out holds them; LIKE would read % and _ as wildcards.
      const text = eb.fn<string>('lower', ['w.verbatim']);
      const without = (words: string) => eb.fn<string>('replace', [text, eb.val(words), eb.val('')]);
      return eb.or(spellings(search).map((words) => eb(without(words), '!=', text)));
    });
  const rows = await query.execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    questionKey: row.question_key,
    words: row.verbatim ?? '',
  }));
}

/** Lower-case by letters that every database folds, and by all letters: SQLite folds A to Z alone. */
export function spellings(words: string): string[] {
  const plain = words.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return [...new Set([plain, words.toLowerCase()])];
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
    const own = { ...of, questionKeys: [key] };
    const rows = await texts(db, workspace, own)
      .select('response_id')
      .limit(upTo - found)
      .execute();
    found += rows.length;
  }
  return found;
}

export type TextsOf = Pick<VerbatimsOf, 'waveId' | 'personaId' | 'questionKeys'>;

function texts(db: Db, workspace: Workspace, { waveId, personaId, questionKeys }: TextsOf) {
  return db
    .selectFrom('answer')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('question_key', 'in', questionKeys)
    .where('verbatim', 'is not', null);
}
