import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Texts of ONE persona in one wave, and which of them. */
export interface TextsOf {
  waveId: string;
  personaId: string;
  /** Only texts written to these questions. */
  questionKeys: readonly string[];
  /** Only texts of responses before this one, for paging. */
  before?: string | undefined;
  /** Only texts of this response and of later ones: a search looks so far and no further. */
  notBelow?: string | undefined;
  responseId?: string | undefined;
  /** Only texts that hold these words, in any case. */
  search?: string | undefined;
  /** Only texts that raise this theme, as somebody confirmed. */
  themeId?: string | undefined;
  /** Only texts that no theme was confirmed of, or that one is suggested for. */
  sorted?: 'not_yet' | 'suggested' | undefined;
  /** Only texts of these responses. */
  responseIds?: readonly string[] | undefined;
}

/** What people of ONE persona wrote in a wave, narrowed as asked. */
export function texts(db: Db, workspace: Workspace, of: TextsOf) {
  let query = db
    .selectFrom('answer as w')
    .where('w.workspace_id', '=', workspace.id)
    .where('w.wave_id', '=', of.waveId)
    .where('w.persona_id', '=', of.personaId)
    .where('w.question_key', 'in', of.questionKeys)
    .where('w.verbatim', 'is not', null);
  if (of.before) query = query.where('w.response_id', '<', of.before);
  if (of.notBelow) query = query.where('w.response_id', '>=', of.notBelow);
  if (of.responseId) query = query.where('w.response_id', '=', of.responseId);
  const { themeId, sorted, responseIds, search } = of;
  if (themeId) {
    const theirs = tagged(db, workspace, of, true).where('t.theme_id', '=', themeId);
    query = query.where((eb) => eb(eb.refTuple('w.response_id', 'w.question_key'), 'in', placesOf(theirs)));
  }
  if (sorted) {
    const tags = placesOf(tagged(db, workspace, of, sorted === 'not_yet'));
    const isIn = sorted === 'not_yet' ? 'not in' : 'in';
    query = query.where((eb) => eb(eb.refTuple('w.response_id', 'w.question_key'), isIn, tags));
  }
  if (responseIds) query = query.where('w.response_id', 'in', responseIds);
  if (search)
    query = query.where((eb) => {
      // A text that loses something when the words are taken out holds them; LIKE would read % and _ as wildcards.
      const text = eb.fn<string>('lower', ['w.verbatim']);
      const without = (words: string) => eb.fn<string>('replace', [text, eb.val(words), eb.val('')]);
      return eb.or(spellings(search).map((words) => eb(without(words), '!=', text)));
    });
  return query;
}

/** Lower-case by letters that every database folds, and by all letters: SQLite folds A to Z alone. */
function spellings(words: string): string[] {
  const plain = words.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return [...new Set([plain, words.toLowerCase()])];
}

/** The tags of the lane: those that count, or those suggested. */
function tagged(db: Db, workspace: Workspace, { waveId, personaId }: TextsOf, isConfirmed: boolean) {
  return db
    .selectFrom('theme_tag as t')
    .where('t.workspace_id', '=', workspace.id)
    .where('t.wave_id', '=', waveId)
    .where('t.persona_id', '=', personaId)
    .where('t.confirmed_at', isConfirmed ? 'is not' : 'is', null)
    .where('t.dismissed_at', 'is', null);
}

function placesOf(tags: ReturnType<typeof tagged>) {
  return tags.select(['t.response_id', 't.question_key']).$asTuple('response_id', 'question_key');
}
