import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { spellings, type TextsOf } from '../verbatim.store.server.ts';
import { RANDOM_FROM } from './handle.ts';

export interface OpenedText {
  /** Stands for the response among those of its lane, and tells no time. */
  handle: string;
  questionKey: string;
  words: string;
}

/** What people of ONE persona wrote, of the responses that may be read one by one, in an order that says nothing. */
export async function listOpenedTexts(
  db: Db,
  workspace: Workspace,
  of: TextsOf & { limit: number; after?: string; handle?: string; search?: string },
): Promise<OpenedText[]> {
  if (of.questionKeys.length === 0) return [];
  let query = opened(db, workspace, of)
    .select(({ fn, val }) => fn<string>('substr', ['w.response_id', val(RANDOM_FROM)]).as('handle'))
    .select(['w.question_key as questionKey', 'w.verbatim'])
    .orderBy('handle')
    .orderBy('w.question_key')
    .limit(of.limit);
  const { after, handle, search } = of;
  if (after)
    query = query.where(({ eb, fn, val }) =>
      eb(fn<string>('substr', ['w.response_id', val(RANDOM_FROM)]), '>', after),
    );
  if (handle)
    query = query.where(({ eb, fn, val }) =>
      eb(fn<string>('substr', ['w.response_id', val(RANDOM_FROM)]), '=', handle),
    );
  if (search)
    query = query.where((eb) => {
      const text = eb.fn<string>('lower', ['w.verbatim']);
      const without = (words: string) => eb.fn<string>('replace', [text, eb.val(words), eb.val('')]);
      return eb.or(spellings(search).map((words) => eb(without(words), '!=', text)));
    });
  const rows = await query.execute();
  return rows.map(({ verbatim, ...row }) => ({ ...row, words: verbatim ?? '' }));
}

/** How many people of ONE persona wrote, and how many texts, among the responses that may be read one by one. */
export async function countOpenedTexts(
  db: Db,
  workspace: Workspace,
  of: TextsOf,
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

/** The response of a lane that a handle stands for, where it may be read. */
export async function findOpened(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; handle: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('batched_response')
    .select('response_id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .where(({ eb, fn, val }) => eb(fn<string>('substr', ['response_id', val(RANDOM_FROM)]), '=', of.handle))
    .executeTakeFirst();
  return row?.response_id;
}

function opened(db: Db, workspace: Workspace, { waveId, personaId, questionKeys }: TextsOf) {
  return db
    .selectFrom('answer as w')
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
    )
    .where('w.workspace_id', '=', workspace.id)
    .where('w.wave_id', '=', waveId)
    .where('w.persona_id', '=', personaId)
    .where('w.question_key', 'in', questionKeys)
    .where('w.verbatim', 'is not', null);
}
