import { access, lstat, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '#app/platform/house.ts';
import { pastFaults } from './past-faults.server.ts';
import { MOST_BYTES, type TakenMail, takeReturned } from './take-returned.server.ts';

/** A Maildir: mail servers write into `tmp` and move what is whole to `new`. Ours are the last two. */
const ROOMS = ['tmp', 'new', 'cur', 'done', 'refused'] as const;
const AT_ONCE = 100;

/**
 * Takes in the mails that lie in the folder, each moved out of the way only when what it says is in the database. One that
 * was taken and not moved is taken again, and changes nothing. True when more may lie there.
 */
export async function takeDropped(house: House, mayGoOn: () => boolean = () => true): Promise<boolean> {
  const folder = house.env.returns.dropFolder;
  if (folder === null) return false;
  for (const room of ROOMS) await mkdir(join(folder, room), { recursive: true });
  let seen = 0;
  for (const room of ['new', 'cur'] as const) {
    const names = (await readdir(join(folder, room))).sort().slice(0, AT_ONCE);
    for (const name of names) {
      if (!mayGoOn()) return true;
      await pastFaults(house, () => takeFile(house, folder, join(folder, room, name), name));
    }
    seen = Math.max(seen, names.length);
  }
  return seen === AT_ONCE;
}

async function takeFile(house: House, folder: string, path: string, name: string): Promise<void> {
  const file = await lstat(path).catch(whereGone);
  if (!file) return;
  const isMail = file.isFile() && file.size <= MOST_BYTES;
  const bytes = isMail ? await readFile(path).catch(whereGone) : new Uint8Array();
  if (!bytes) return;
  const taken: TakenMail = isMail
    ? await takeReturned(house, bytes)
    : { kind: 'refused', why: file.isFile() ? 'too_big' : 'unreadable' };
  if (taken.kind === 'refused') house.log.warn({ why: taken.why }, 'a mail that came back was put aside');
  await moveTo(join(folder, taken.kind), path, name);
}

/** Nothing is written over: two files of one name are two mails. */
async function moveTo(room: string, path: string, name: string): Promise<void> {
  let target = join(room, name);
  for (let twin = 1; await isThere(target); twin += 1) target = join(room, `${name}.${twin}`);
  await rename(path, target).catch(whereGone);
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Another process was quicker; anything else is a fault. */
function whereGone(fault: NodeJS.ErrnoException): undefined {
  if (fault.code !== 'ENOENT') throw fault;
}
