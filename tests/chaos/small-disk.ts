import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** For the log of writes too, which grows to 4 MB before it is written back. */
const ROOM = 16 * 2 ** 20;

/** A copy of a database on a disk of its own that has little room left. */
export async function smallDisk(path: string): Promise<{ databaseUrl: string; drop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-disk-'));
  const size = (await stat(path)).size + ROOM;
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  const databaseUrl = join(folder, 'rolecall.sqlite');
  await copyFile(path, databaseUrl);
  return {
    databaseUrl,
    drop: async () => {
      execFileSync('umount', [folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Takes every byte that is left on the disk of this file; the function returned gives them back. */
export async function fillUp(path: string): Promise<() => Promise<void>> {
  const filler = join(dirname(path), 'filler');
  const file = openSync(filler, 'w');
  for (const size of [4096, 1]) writeUntilFull(file, Buffer.alloc(size));
  closeSync(file);
  return () => rm(filler);
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(file, bytes);
  } catch {
    // No room is what was asked for.
  }
}

/** Whether this process may have a disk of its own made. */
export function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
