import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type TextsOf, texts } from '../narrowed-texts.store.server.ts';
import { RANDOM_FROM } from './handle.ts';

export interface OpenedText {
  /** Stands for the response among those of its lane, and tells no time. */
  handle: string;
  questionKey: string;
  words: string;
}

/** What of a lane is wanted; nothing of it follows the order in which answers came. */
export type OpenedOf = Pick<
  TextsOf,
  'waveId' | 'personaId' | 'questionKeys' | 'search' | 'themeId' | 'sorted'
>;

/** What people of ONE persona wrote, of the responses that may be read one by one, in an order that says nothing. */
export async function listOpenedTexts(
  db: Db,
  workspace: Workspace,
  of: OpenedOf & { limit: number; after?: string | undefined; handle?: string | undefined },
): Promise<OpenedText[]> {
  if (of.questionKeys.length === 0) return [];
  let query = opened(db, workspace, of)
    .select(({ fn, val }) => fn<string>('substr', ['w.response_id', val(RANDOM_FROM)]).as('handle'))
    .select(['w.question_key as questionKey', 'w.verbatim'])
    .orderBy('handle')
    .orderBy('w.question_key')
    .limit(of.limit);
  const { after, handle } = of;
  if (after)
    query = query.where(({ eb, fn, val }) =>
      eb(fn<string>('substr', ['w.response_id', val(RANDOM_FROM)]), '>', after),
    );
  if (handle)
    query = query.where(({ eb, fn, val }) =>
      eb(fn<string>('substr', ['w.response_id', val(RANDOM_FROM)]), '=', handle),
    );
  const rows = await query.execute();
  return rows.map(({ verbatim, ...row }) => ({ ...row, words: verbatim ?? '' }));
}

/** How many people of ONE persona wrote, and how many texts, among the responses that may be read one by one. */
export async function countOpenedTexts(
  db: Db,
  workspace: Workspace,
  of: OpenedOf,
): Promise<{ writers: number; texts: number }> {
  if (of.questionKeys.length === 0) return { writers: 0, texts: 0 };
  const row = await opened(db, workspace, of)
    .select(({ fn }) => [
      fn.count<number>('w.response_id').distinct().as('writers'),
      fn.countAll<number>().as('texts'),
    ])
    .executeTakeFirstOrThrow();
  return { writers: Number(row.writers), texts: Number(row.texts) };
}

/** The same texts with the responses that they are of, for what is kept beside them and shown to nobody. */
export async function listOpenedWords(
  db: Db,
  workspace: Workspace,
  of: OpenedOf & { limit: number },
): Promise<{ responseId: string; questionKey: string; surveyVersionId: string; words: string }[]> {
  if (of.questionKeys.length === 0) return [];
  const rows = await opened(db, workspace, of)
    .select(({ fn, val }) => fn<string>('substr', ['w.response_id', val(RANDOM_FROM)]).as('handle'))
    .select(['w.response_id as responseId', 'w.question_key as questionKey', 'w.verbatim'])
    .select('w.survey_version_id as surveyVersionId')
    .orderBy('handle')
    .orderBy('w.question_key')
    .limit(of.limit)
    .execute();
  return rows.map(({ verbatim, handle: _, ...row }) => ({ ...row, words: verbatim ?? '' }));
}

/** The responses of a lane that these handles stand for, as far as they may be read; by handle. */
export async function findAllOpened(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; handles: readonly string[] },
): Promise<Map<string, string>> {
  if (of.handles.length === 0) return new Map();
  const rows = await db
    .selectFrom('batched_response as b')
    .innerJoin('lane_release as l', (on) =>
      on
        .onRef('l.workspace_id', '=', 'b.workspace_id')
        .onRef('l.wave_id', '=', 'b.wave_id')
        .onRef('l.persona_id', '=', 'b.persona_id')
        .onRef('l.opened_batch', '>=', 'b.batch'),
    )
    .select('b.response_id as responseId')
    .select(({ fn, val }) => fn<string>('substr', ['b.response_id', val(RANDOM_FROM)]).as('handle'))
    .where('b.workspace_id', '=', workspace.id)
    .where('b.wave_id', '=', of.waveId)
    .where('b.persona_id', '=', of.personaId)
    .where(({ eb, fn, val }) =>
      eb(fn<string>('substr', ['b.response_id', val(RANDOM_FROM)]), 'in', [...of.handles]),
    )
    .execute();
  return new Map(rows.map(({ handle, responseId }) => [handle, responseId]));
}

/** The response of a lane that a handle stands for, where it may be read. */
export async function findOpened(
  db: Db,
  workspace: Workspace,
  { handle, ...lane }: { waveId: string; personaId: string; handle: string },
): Promise<string | undefined> {
  return (await findAllOpened(db, workspace, { ...lane, handles: [handle] })).get(handle);
}

function opened(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, questionKeys, search, themeId, sorted }: OpenedOf,
) {
  return texts(db, workspace, { waveId, personaId, questionKeys, search, themeId, sorted })
    .innerJoin('batched_response as b', (on) =>
      on
        .onRef('b.workspace_id', '=', 'w.workspace_id')
        .onRef('b.wave_id', '=', 'w.wave_id')
        .onRef('b.persona_id', '=', 'w.persona_id')
        .onRef('b.response_id', '=', 'w.response_id'),
    )
    .innerJoin('lane_release as l', (on) =>
      on
        .onRef('l.workspace_id', '=', 'b.workspace_id')
        .onRef('l.wave_id', '=', 'b.wave_id')
        .onRef('l.persona_id', '=', 'b.persona_id')
        .onRef('l.opened_batch', '>=', 'b.batch'),
    );
}
