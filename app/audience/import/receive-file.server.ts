import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type ImportKind, insertChunk, insertRun } from './import.store.server.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { peekFile } from './peek-file.server.ts';

const CHUNK = 256 * 1024;

export type ReceivedFile = { kind: 'received'; id: string } | { kind: 'refused'; message: string };

/** Keeps an uploaded file and opens its run. Nothing of it is brought in until a member says so. */
export async function receiveFile(
  house: House,
  workspace: Workspace,
  file: { kind: ImportKind; fileName: string; bytes: Uint8Array; actor: Actor },
): Promise<ReceivedFile> {
  const { bytes } = file;
  if (bytes.length === 0) return { kind: 'refused', message: 'Choose a CSV file that has rows in it.' };
  if (bytes.length > IMPORT_LIMITS.bytes) {
    return {
      kind: 'refused',
      message: 'This file is larger than 10 MB. Split it and bring the parts one by one.',
    };
  }
  const peeked = await peekFile([bytes]);
  if (peeked.kind === 'refused') return { kind: 'refused', message: peeked.failure };
  const id = house.ids.make();
  await house.db.transaction().execute(async (tx) => {
    const { kind, fileName, actor } = file;
    const run = {
      id,
      kind,
      fileName: fileName.slice(0, 200) || 'file.csv',
      fileSize: bytes.length,
      createdBy: actor,
    };
    await insertRun(tx, workspace, { ...run, now: house.clock.now() });
    for (let at = 0; at < bytes.length; at += CHUNK) {
      await insertChunk(tx, workspace, id, at / CHUNK, viewOf(bytes.subarray(at, at + CHUNK)));
    }
  });
  return { kind: 'received', id };
}

/** The same bytes as a buffer, which the databases ask for; nothing is copied. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
