import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { freshFolder, openTestHouse, type TestHouse } from './house.ts';

/** A house with the example in it; playing it takes seconds, so a run of tests plays it once and copies it. */
export async function openExampleHouse(): Promise<TestHouse> {
  const folder = process.env.COPIES_FOLDER;
  const own = folder ? undefined : await freshFolder();
  const played = await playInto(folder ?? own!.path);
  const copy = await freshFolder();
  await copyFile(played, join(copy.path, 'copy.sqlite'));
  await own?.remove();
  const opened = await openTestHouse({
    vars: { DATABASE_URL: join(copy.path, 'copy.sqlite') },
    time: systemClock,
  });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await copy.remove();
    },
  };
}

/** Workers that come together each play it; whichever is done last leaves the same in its place. */
async function playInto(folder: string): Promise<string> {
  const played = join(folder, 'example.sqlite');
  if (existsSync(played)) return played;
  const making = join(await mkdtemp(join(folder, 'playing-')), 'example.sqlite');
  const { house, close } = await openTestHouse({ vars: { DATABASE_URL: making }, time: systemClock });
  await house.playExample();
  // Closing folds the write-ahead log into the file.
  await close();
  await rename(making, played);
  return played;
}

export async function exampleWorkspace({ db }: House): Promise<Workspace> {
  const { id } = await db.selectFrom('workspace').select('id').executeTakeFirstOrThrow();
  return mintWorkspace(id);
}

/** The cookie of a member of this house who has just signed in, as a browser context takes it. */
export async function signedInCookie(house: House, permission: 'admin' | 'cx' | 'executive') {
  const member = await house.db
    .selectFrom('member')
    .select(['workspace_id', 'id', 'permission'])
    .where('permission', '=', permission)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const line = await startSession(house, house.db, mintWorkspace(member.workspace_id), member);
  const [name, value] = line.split(';')[0]!.split('=') as [string, string];
  return { name, value, url: house.env.publicUrl };
}
