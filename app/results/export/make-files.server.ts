import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countUnplaced } from '../lane.store.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';
import { type ComingFile, fileOf, prose } from './coming-file.server.ts';
import { type ExportJob, fileStem } from './export-job.ts';
import { figuresDocument } from './figures-document.server.ts';
import { figuresTable } from './figures-table.server.ts';
import { toText } from './file/text-files.ts';
import type { Sheet } from './file/xlsx-file.server.ts';
import { openRows } from './open-rows.server.ts';
import { questionTable } from './question-table.ts';
import { readmeLines } from './readme.ts';
import type { Table } from './table.ts';
import { unplacedTable } from './unplaced-table.server.ts';
import { wavesOf } from './waves-of.server.ts';

export interface ComingFiles {
  files: ComingFile[];
  /** Rows of all files together, for the progress. */
  total: number;
  /** Persona ids whose answers are not in it. */
  withheld: string[];
}

/** The files of an export, read from `db` while they are written. */
export function makeFiles(db: Db, workspace: Workspace, job: ExportJob, now: number): Promise<ComingFiles> {
  return job.what === 'rows' ? rowFiles(db, workspace, job, now) : figureFiles(db, workspace, job, now);
}

async function rowFiles(db: Db, workspace: Workspace, job: ExportJob, now: number): Promise<ComingFiles> {
  const waves = await wavesOf(db, workspace, job);
  const { table, questions, total, withheld } = await openRows(
    db,
    workspace,
    waves,
    await readThresholds(db, workspace),
  );
  let unplaced = 0;
  for (const wave of waves) unplaced += await countUnplaced(db, workspace, wave.id);
  const names = new Map((await listPersonas(db, workspace)).map(({ id, name }) => [id, name]));
  const readme = readmeLines({
    ...{ what: job.what, title: titleOf(job), madeOn: new Date(now).toISOString().slice(0, 10), unplaced },
    unlinkable: waves.some(({ confidentiality }) => confidentiality === 'unlinkable'),
    withheld: withheld.map((id) => names.get(id) ?? id),
  });
  const stem = fileStem(job.waveName ?? job.programmeName);
  const make = (part: string, of: Table, ...beside: Sheet[]) =>
    fileOf(`${stem}-${part}`, job.format, of, readme, beside);
  const files = [make('answers', table, { name: 'Questions', table: questionTable(questions) })];
  if (unplaced > 0) files.push(make('unplaced', unplacedTable(db, workspace, waves)));
  if (job.format !== 'xlsx')
    files.push(fileOf(`${stem}-questions`, 'csv', questionTable(questions), readme), prose(readme));
  return { files, total: total + unplaced, withheld };
}

async function figureFiles(db: Db, workspace: Workspace, job: ExportJob, now: number): Promise<ComingFiles> {
  const waves = await wavesOf(db, workspace, job);
  const thresholds = await readThresholds(db, workspace);
  const readme = readmeLines({
    ...{ what: job.what, title: titleOf(job), madeOn: new Date(now).toISOString().slice(0, 10) },
    ...{ unlinkable: false, withheld: [], unplaced: 0 },
  });
  const name = `${fileStem(job.waveName ?? job.programmeName)}-figures`;
  if (job.format === 'json') {
    const document = await figuresDocument(db, workspace, waves, thresholds, now);
    const bytes = toText(`${JSON.stringify(document, null, 1)}\n`);
    return {
      files: [{ name: `${name}.json`, rows: () => waves.length, bytes }],
      total: waves.length,
      withheld: [],
    };
  }
  const table = await figuresTable(db, workspace, waves, thresholds);
  const files = [fileOf(name, job.format, table, readme)];
  if (job.format !== 'xlsx') files.push(prose(readme));
  return { files, total: [...(table.rows as Iterable<unknown>)].length, withheld: [] };
}

function titleOf({ waveName, programmeName }: ExportJob): string {
  return waveName === null ? programmeName : `${waveName}, ${programmeName}`;
}
