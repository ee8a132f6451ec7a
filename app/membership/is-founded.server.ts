import type { House } from '#app/platform/house.ts';
import { hasWorkspace } from './workspace.store.server.ts';

/** False until the first visitor has founded the workspace. */
export function isFounded({ db }: House): Promise<boolean> {
  return hasWorkspace(db);
}
