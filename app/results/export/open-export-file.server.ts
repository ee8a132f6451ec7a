import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findPiece } from './export.store.server.ts';
import type { ExportFile, ExportJob } from './export-job.ts';
import { listExports } from './list-exports.server.ts';

const unpack = promisify(inflateRaw);

export interface OpenExportFile {
  job: ExportJob;
  file: ExportFile;
  /** To be read once. Throws, instead of ending, where it is not the file that was written. */
  bytes: AsyncGenerator<Uint8Array, void, undefined>;
}

/** A finished file of an export, for whoever ordered it; null for anybody else, and for one that is not whole or is gone. */
export async function openExportFile(
  db: Db,
  workspace: Workspace,
  asked: { exportId: string; number: number; actor: Actor },
): Promise<OpenExportFile | null> {
  const [job] = await listExports(db, workspace, { exportId: asked.exportId, actor: asked.actor });
  const file = job?.files.find(({ number }) => number === asked.number);
  return job && file ? { job, file, bytes: readPieces(db, workspace, job, file) } : null;
}

async function* readPieces(
  db: Db,
  workspace: Workspace,
  { id: exportId, attempt }: ExportJob,
  { number: file, pieces, sha256 }: ExportFile,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  for (let position = 0; position < pieces; position += 1) {
    const packed = await findPiece(db, workspace, { exportId, attempt, file, position });
    if (!packed) throw new Error(`Piece ${position} of file ${file} of export ${exportId} is gone.`);
    const bytes = await unpack(packed);
    hash.update(bytes);
    if (position === pieces - 1 && hash.copy().digest('hex') !== sha256)
      throw new Error(`File ${file} of export ${exportId} is not what was written.`);
    yield bytes;
  }
}
