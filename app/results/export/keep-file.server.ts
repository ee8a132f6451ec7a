import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ComingFile } from './coming-file.server.ts';
import { changeExport, insertPiece } from './export.store.server.ts';
import { type ExportFile, LEASE } from './export-job.ts';

const pack = promisify(deflateRaw);

/** Bytes of a file that are packed and kept together: what memory holds of it, and what one commit writes. */
const PIECE = 256 * 1024;

/** Somebody cancelled the export, or another process has taken it up. */
export class LostExport extends Error {}

export interface Keeping {
  id: string;
  attempt: number;
  /** The number of the file in its export. */
  number: number;
  /** Rows written so far, of all its files. */
  rowsDone(): number;
  /** Told how many bytes came; throws where they are too many, or where the work is to stop. */
  onBytes(bytes: number): void;
}

/**
 * Writes a file into the database piece by piece, and with each piece how far it is. Throws `LostExport` where the export is
 * no longer this process's. Nobody is offered the file before the export is done.
 */
export async function keepFile(
  house: House,
  workspace: Workspace,
  file: ComingFile,
  keeping: Keeping,
): Promise<ExportFile> {
  const { id, attempt, number } = keeping;
  const hash = createHash('sha256');
  let [size, position] = [0, 0];
  for await (const piece of inPieces(file.bytes)) {
    hash.update(piece);
    size += piece.length;
    keeping.onBytes(piece.length);
    const bytes = await pack(piece, { level: 4 });
    const key = { exportId: id, attempt, file: number, position };
    await house.db.transaction().execute(async (tx) => {
      const how = { rowsDone: keeping.rowsDone(), leaseUntil: house.clock.now() + LEASE };
      if (!(await changeExport(tx, workspace, { id, attempt }, ['running'], how))) throw new LostExport();
      await insertPiece(tx, workspace, key, bytes);
    });
    position += 1;
  }
  return { number, name: file.name, rows: file.rows(), size, sha256: hash.digest('hex'), pieces: position };
}

/** The same bytes, cut anew. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const some of bytes) {
    held.push(some);
    length += some.length;
    if (length < PIECE) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; all.length - at >= PIECE; at += PIECE) yield all.subarray(at, at + PIECE);
    held = [all.subarray(at)];
    length = all.length - at;
  }
  if (length > 0) yield Buffer.concat(held);
}
