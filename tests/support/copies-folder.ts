import { freshFolder } from './house.ts';

/** Where files are kept that a run of tests makes once and then copies: a migrated database, the example played. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.COPIES_FOLDER) return undefined;
  const { path, remove } = await freshFolder();
  process.env.COPIES_FOLDER = path;
  return remove;
}
