import { listAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listHolders } from './pick.store.server.ts';
import type { Pick, Picked } from './pick.ts';

/** Whom the own attributes of a choice leave: several must all fit, and of each one value is enough. */
export async function pickRoles(db: Db, workspace: Workspace, picks: readonly Pick[]): Promise<Picked> {
  if (picks.length === 0) return { kind: 'everybody' };
  const known = new Map((await listAttributes(db, workspace)).map(({ id, about }) => [id, about]));
  const wanted = picks.flatMap((pick) => {
    const about = known.get(pick.attributeId);
    return about ? [{ ...pick, about }] : [];
  });
  if (wanted.length < picks.length) return { kind: 'gone' };
  const sets = [];
  for (const pick of wanted)
    sets.push({ about: pick.about, holderIds: await listHolders(db, workspace, pick) });
  return { kind: 'only', sets };
}
