import { listAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Scope } from './candidate.store.server.ts';
import { listRolesWith } from './pick.store.server.ts';
import type { Pick, Picked } from './pick.ts';

/** Whom the own attributes of a choice leave: several must all fit, and of each one value is enough. */
export async function pickRoles(
  db: Db,
  workspace: Workspace,
  scope: Scope,
  picks: readonly Pick[],
): Promise<Picked> {
  if (picks.length === 0) return { kind: 'everybody' };
  const known = new Map((await listAttributes(db, workspace)).map(({ id, about }) => [id, about]));
  const wanted = picks.flatMap((pick) => {
    const about = known.get(pick.attributeId);
    return about ? [{ ...pick, about }] : [];
  });
  if (wanted.length < picks.length) return { kind: 'gone' };
  return { kind: 'only', roleIds: await listRolesWith(db, workspace, scope, wanted) };
}
