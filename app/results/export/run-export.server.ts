import type { House } from '#app/platform/house.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { changeExport, findExport, insertFile } from './export.store.server.ts';
import { type ExportFile, type ExportJob, KEPT_FOR, MOST_ATTEMPTS, MOST_BYTES } from './export-job.ts';
import { holdLease } from './hold-lease.server.ts';
import { keepFile, LostExport } from './keep-file.server.ts';
import { makeFiles } from './make-files.server.ts';
import { deleteSomePieces } from './sweep.store.server.ts';
import type { DueExport } from './turn.store.server.ts';

export type RanExport = { kind: 'finished' } | { kind: 'failed' } | { kind: 'stopped' } | { kind: 'lost' };

class TooLarge extends Error {}
class Stopping extends Error {}

/**
 * Makes the files of an export that this process took up. They are offered together with the last byte, in one transaction:
 * of an export that ended in the middle there is nothing to be had, and the next attempt begins anew.
 */
export async function runExport(
  house: House,
  { workspaceId, id, attempt }: DueExport,
  isStopping: () => boolean = () => false,
): Promise<RanExport> {
  const workspace = mintWorkspace(workspaceId);
  const job = await findExport(house.db, workspace, id);
  if (job?.attempt !== attempt) return { kind: 'lost' };
  if (attempt - job.letGo > MOST_ATTEMPTS) return fail(house, workspace, job, STOPPED);
  const letGo = holdLease(house, workspace, { id, attempt });
  try {
    await sweepBefore(house, workspace, job);
    const files = await writeFiles(house, workspace, job, isStopping);
    return (await finish(house, workspace, job, files)) ? { kind: 'finished' } : { kind: 'lost' };
  } catch (fault) {
    if (fault instanceof LostExport) return { kind: 'lost' };
    if (fault instanceof TooLarge) return fail(house, workspace, job, TOO_LARGE);
    if (fault instanceof Stopping) return release(house, workspace, job);
    throw fault;
  } finally {
    await letGo();
  }
}

const STOPPED =
  'Making it was cut off three times, so it was given up. Order it again, or one wave at a time.';
const TOO_LARGE =
  'It grew past two gigabytes. Order one wave at a time, or as Parquet, which is the smallest.';

async function sweepBefore({ db }: House, workspace: Workspace, { id, attempt }: ExportJob): Promise<void> {
  while ((await deleteSomePieces(db, workspace, id, attempt)) > 0);
}

async function writeFiles(
  house: House,
  workspace: Workspace,
  job: ExportJob,
  isStopping: () => boolean,
): Promise<ExportFile[]> {
  const { id, attempt } = job;
  const { files, total, withheld } = await makeFiles(house.reading, workspace, job, house.clock.now());
  await changeExport(house.db, workspace, { id, attempt }, ['running'], { rowsTotal: total, withheld });
  const rowsDone = () => files.reduce((sum, file) => sum + file.rows(), 0);
  let left = MOST_BYTES;
  const onBytes = (bytes: number) => {
    left -= bytes;
    if (left < 0) throw new TooLarge();
    if (isStopping()) throw new Stopping();
  };
  const kept: ExportFile[] = [];
  for (const [number, file] of files.entries())
    kept.push(await keepFile(house, workspace, file, { id, attempt, number, rowsDone, onBytes }));
  return kept;
}

function finish(
  house: House,
  workspace: Workspace,
  { id, attempt }: ExportJob,
  files: readonly ExportFile[],
): Promise<boolean> {
  const now = house.clock.now();
  return house.db.transaction().execute(async (tx) => {
    const done = { state: 'done', finishedAt: now, expiresAt: now + KEPT_FOR, leaseUntil: null } as const;
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    const counted = { rowsDone: rows, rowsTotal: rows };
    if (!(await changeExport(tx, workspace, { id, attempt }, ['running'], { ...done, ...counted })))
      return false;
    for (const file of files) await insertFile(tx, workspace, id, file);
    return true;
  });
}

async function fail(
  house: House,
  workspace: Workspace,
  { id, attempt }: ExportJob,
  failure: string,
): Promise<RanExport> {
  const failed = { state: 'failed', failure, finishedAt: house.clock.now(), leaseUntil: null } as const;
  await changeExport(house.db, workspace, { id, attempt }, ['running'], { ...failed, hasLitter: 1 });
  return { kind: 'failed' };
}

async function release(
  house: House,
  workspace: Workspace,
  { id, attempt, letGo }: ExportJob,
): Promise<RanExport> {
  const queued = { state: 'queued', leaseUntil: null, letGo: letGo + 1 } as const;
  await changeExport(house.db, workspace, { id, attempt }, ['running'], queued);
  return { kind: 'stopped' };
}
