import { memberNames } from '#app/audience/people/member-names.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AskingRules } from '#app/programme/asking/asking-rules.ts';
import { listAwayRows } from './away/away.store.server.ts';
import { standInFor } from './away/away.ts';
import { dayAt } from './due-time.ts';
import { findAbleMember, findFallback } from './member.store.server.ts';

export interface ChosenOwner {
  ownerId: string;
  /** Says whose work it is and until when they are away; empty where it went to whom it was meant for. */
  instead: string;
}

/** Who gets a new follow-up: whom it is meant for, or who stands in for them. Null where nobody can get any. */
export async function chooseOwner(
  db: Db,
  workspace: Workspace,
  meant: { ownerId: string | null; programmeId: string; at: number; rules: AskingRules },
): Promise<ChosenOwner | null> {
  const named = meant.ownerId ? await findAbleMember(db, workspace, meant.ownerId) : undefined;
  const owner = named ?? (await findFallback(db, workspace, meant.programmeId));
  if (!owner) return null;
  const day = dayAt(meant.at, meant.rules);
  const { ownerId, instead } = standInFor(owner.id, await listAwayRows(db, workspace, day), day);
  if (!instead || !(await findAbleMember(db, workspace, ownerId))) return { ownerId: owner.id, instead: '' };
  const names = await memberNames(db, workspace, [ownerId]);
  const deputy = names.get(ownerId) ?? '';
  return { ownerId, instead: `${owner.name} is away until ${instead.until}, so ${deputy} gets it.` };
}
