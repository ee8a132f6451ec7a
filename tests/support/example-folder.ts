import { freshFolder } from './house.ts';

/** Where the example is kept for as long as tests run: it is played once, and every file opens a copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const { path, remove } = await freshFolder();
  process.env.EXAMPLE_FOLDER = path;
  return remove;
}
