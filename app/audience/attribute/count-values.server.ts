import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Attribute } from './attribute.ts';
import { type CountedValue, countValues } from './value.store.server.ts';

/** Values of an attribute that a list shows; those beyond are rare. */
const SHOWN = 60;

/** The most frequent values of an attribute, and these ones, each with how many have it; nobody may have one any more. */
export async function countOwnValues(
  db: Db,
  workspace: Workspace,
  attribute: Attribute,
  keys: readonly string[],
): Promise<CountedValue[]> {
  const shown = await countValues(db, workspace, attribute, { most: SHOWN });
  const missing = keys.filter((key) => !shown.some((one) => one.key === key));
  const rare = missing.length > 0 ? await countValues(db, workspace, attribute, { keys: missing }) : [];
  const nobodys = missing.filter((key) => !rare.some((one) => one.key === key));
  return [...shown, ...rare, ...nobodys.map((key) => ({ key, value: key, holders: 0 }))];
}
