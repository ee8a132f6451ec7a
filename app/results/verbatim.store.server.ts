import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface VerbatimRow {
  responseId: string;
  questionKey: string;
  words: string;
  answeredAt: number;
  personName: string | null;
  title: string | null;
  accountName: string | null;
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
  if (of.questionKeys.length === 0) return [];
  let query = db
    .selectFrom('answer as w')
    .innerJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'w.workspace_id').onRef('r.id', '=', 'w.response_id'),
    )
    .leftJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.person_id'),
    )
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.account_id'),
    )
    .leftJoin('employment as e', (on) =>
      on
        .onRef('e.workspace_id', '=', 'r.workspace_id')
        .onRef('e.person_id', '=', 'r.person_id')
        .onRef('e.account_id', '=', 'r.account_id')
        .on('e.ended_at', 'is', null),
    )
    .select([
      'w.response_id',
      'w.question_key',
      'w.verbatim',
      'r.answered_at',
      'p.name',
      'e.title',
      'a.name as account_name',
    ])
    .where('w.workspace_id', '=', workspace.id)
    .where('w.wave_id', '=', of.waveId)
    .where('w.persona_id', '=', of.personaId)
    .where('w.question_key', 'in', of.questionKeys)
    .where('w.verbatim', 'is not', null)
    .orderBy('w.response_id', 'desc')
    .orderBy('w.question_key')
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
    answeredAt: row.answered_at,
    personName: row.name,
    title: row.title,
    accountName: row.account_name,
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

/** Texts that people of one persona wrote to these questions of a wave; counting answers is free. */
export async function countVerbatims(db: Db, workspace: Workspace, of: TextsOf): Promise<number> {
  if (of.questionKeys.length === 0) return 0;
  const row = await texts(db, workspace, of)
    .select((eb) => eb.fn.countAll<number>().as('texts'))
    .executeTakeFirstOrThrow();
  return Number(row.texts);
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
