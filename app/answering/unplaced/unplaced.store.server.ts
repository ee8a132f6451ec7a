import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { KeptRow, type UnplacedAnswer, unplacedSearchKey } from './unplaced-answer.ts';

export async function insertUnplaced(
  tx: Db,
  workspace: Workspace,
  answers: readonly UnplacedAnswer[],
  now: number,
): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map((answer) => ({
    workspace_id: workspace.id,
    id: answer.id,
    import_id: answer.importId,
    wave_id: answer.waveId,
    line: answer.line,
    submit_id: answer.submitId,
    code: answer.code,
    reason: answer.reason,
    word: answer.word,
    word_key: answer.wordKey,
    cells: JSON.stringify(answer.row),
    search_key: unplacedSearchKey(answer.row),
    created_at: now,
  }));
  await tx.insertInto('unplaced_answer').values(rows).execute();
}

/** Which answers are meant: those of one wave whose words hold this text. */
export interface UnplacedFilter {
  waveId?: string;
  /** Lower-case. */
  search: string;
}

function unplaced(db: Db, workspace: Workspace, { waveId, search }: UnplacedFilter) {
  let query = db.selectFrom('unplaced_answer as u').where('u.workspace_id', '=', workspace.id);
  if (waveId) query = query.where('u.wave_id', '=', waveId);
  // A text that loses something when the words are taken out holds them; LIKE would read % and _ as wildcards.
  if (search !== '')
    query = query.where((eb) =>
      eb(
        eb.fn<string>('replace', ['u.search_key', eb.val(search), eb.val('')]),
        '!=',
        eb.ref('u.search_key'),
      ),
    );
  return query;
}

export async function countUnplacedAnswers(
  db: Db,
  workspace: Workspace,
  filter: UnplacedFilter,
): Promise<number> {
  const row = await unplaced(db, workspace, filter)
    .select((eb) => eb.fn.countAll<number>().as('answers'))
    .executeTakeFirstOrThrow();
  return Number(row.answers);
}

/** Why they have no persona, and how many of them for each reason: all that is told of them in confidence. */
export async function countUnplacedByCode(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<{ code: string; answers: number }[]> {
  const rows = await unplaced(db, workspace, { waveId, search: '' })
    .select((eb) => ['u.code', eb.fn.countAll<number>().as('answers')])
    .groupBy('u.code')
    .orderBy('u.code')
    .execute();
  return rows.map(({ code, answers }) => ({ code, answers: Number(answers) }));
}

const COLUMNS = [
  'u.id',
  'u.import_id as importId',
  'u.wave_id as waveId',
  'u.line',
  'u.submit_id as submitId',
  'u.code',
  'u.reason',
  'u.word',
  'u.word_key as wordKey',
  'u.cells',
] as const;

type Row = Omit<UnplacedAnswer, 'row'> & { cells: string };
const parse = ({ cells, ...row }: Row): UnplacedAnswer => ({ ...row, row: KeptRow.parse(JSON.parse(cells)) });

/** In the order of their files, the newest file first. */
export async function listUnplacedRows(
  db: Db,
  workspace: Workspace,
  filter: UnplacedFilter,
  page: { after: { importId: string; line: number } | null; limit: number },
): Promise<(UnplacedAnswer & { waveName: string })[]> {
  let query = unplaced(db, workspace, filter)
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'u.workspace_id').onRef('w.id', '=', 'u.wave_id'),
    )
    .select(COLUMNS)
    .select('w.name as waveName');
  const { after } = page;
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('u.import_id', '<', after.importId),
        eb.and([eb('u.import_id', '=', after.importId), eb('u.line', '>', after.line)]),
      ]),
    );
  const rows = await query.orderBy('u.import_id', 'desc').orderBy('u.line').limit(page.limit).execute();
  return rows.map(({ waveName, ...row }) => ({ ...parse(row), waveName }));
}

export interface UnplacedWord {
  waveId: string;
  waveName: string;
  wordKey: string;
  word: string;
  answers: number;
}

/** Distinct role words that a person can decide, each within its wave, the most frequent first. */
export async function listUnplacedWords(
  db: Db,
  workspace: Workspace,
  limit: number,
): Promise<UnplacedWord[]> {
  const rows = await db
    .selectFrom('unplaced_answer as u')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'u.workspace_id').onRef('w.id', '=', 'u.wave_id'),
    )
    .select((eb) => [
      'u.wave_id as waveId',
      'w.name as waveName',
      'u.word_key as wordKey',
      eb.fn.min('u.word').as('word'),
      eb.fn.countAll<number>().as('answers'),
    ])
    .where('u.workspace_id', '=', workspace.id)
    .where('u.code', 'in', ['WORD_UNDECIDED', 'NO_ROLE'])
    .groupBy(['u.wave_id', 'w.name', 'u.word_key'])
    .orderBy('answers', 'desc')
    .orderBy('u.word_key')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, answers: Number(row.answers) }));
}

/** Answers to place: one, or some of those that hold one word in one wave. */
export type ToPlace = { kind: 'answer'; id: string } | { kind: 'word'; waveId: string; wordKey: string };

export async function takeUnplaced(
  tx: Db,
  workspace: Workspace,
  which: ToPlace,
  limit: number,
): Promise<UnplacedAnswer[]> {
  const query = tx
    .selectFrom('unplaced_answer as u')
    .select(COLUMNS)
    .where('u.workspace_id', '=', workspace.id);
  const wanted =
    which.kind === 'answer'
      ? query.where('u.id', '=', which.id)
      : query
          .where('u.wave_id', '=', which.waveId)
          .where('u.word_key', '=', which.wordKey)
          .where('u.code', 'in', ['WORD_UNDECIDED', 'NO_ROLE']);
  return (await wanted.orderBy('u.id').limit(limit).execute()).map(parse);
}

export async function deleteUnplaced(tx: Db, workspace: Workspace, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('unplaced_answer')
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', ids)
    .execute();
}
