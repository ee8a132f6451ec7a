import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { listAttributeRows, lockAttributes } from '../attribute/attribute.store.server.ts';
import type { Attribute } from '../attribute/attribute.ts';
import { nameAmong } from '../attribute/name-among.ts';
import { nameAttribute } from '../attribute/name-attribute.server.ts';
import type { ColumnTarget } from './column-targets.ts';
import { aboutOf, isNewTarget, type NewTarget, ownTarget } from './own-targets.ts';

export interface SettledTargets {
  targets: ColumnTarget[];
  /** To be added in the transaction that keeps the choice. */
  fresh: Attribute[];
  faults: { field: string; message: string }[];
}

/** Gives each column that is to become a new attribute one under the column's name, as far as such a name is free and fit. */
export async function settleTargets(
  house: House,
  workspace: Workspace,
  input: {
    headers: readonly string[];
    targets: readonly (ColumnTarget | NewTarget)[];
    known: readonly Attribute[];
    actor: Actor;
  },
): Promise<SettledTargets> {
  const settled: SettledTargets = { targets: [], fresh: [], faults: [] };
  for (const [at, target] of input.targets.entries()) {
    if (!isNewTarget(target)) {
      settled.targets.push(target);
      continue;
    }
    const name = nameOf(input.headers[at] ?? '');
    const naming = { id: null, about: aboutOf(target), name, actor: input.actor };
    const named = await nameAttribute(house, workspace, naming, [...input.known, ...settled.fresh]);
    if (named.kind === 'not_named') {
      settled.faults.push({ field: `column-${at}`, message: named.message });
      settled.targets.push('leave_out');
      continue;
    }
    const attribute = { id: house.ids.make(), about: naming.about, name: named.name };
    settled.fresh.push(attribute);
    settled.targets.push(ownTarget(attribute));
  }
  return settled;
}

/**
 * Which of the new names were given to others since they were settled. From here to the end of the transaction nobody else
 * names an attribute of the workspace.
 */
export async function takenMeanwhile(
  tx: Db,
  workspace: Workspace,
  { fresh, targets }: { fresh: readonly Attribute[]; targets: readonly ColumnTarget[] },
): Promise<SettledTargets['faults']> {
  if (fresh.length === 0) return [];
  await lockAttributes(tx, workspace);
  const known = await listAttributeRows(tx, workspace);
  return fresh.flatMap((attribute, before) => {
    const named = nameAmong([...known, ...fresh.slice(0, before)], { ...attribute, id: null });
    if (named.kind === 'named') return [];
    return [{ field: `column-${targets.indexOf(ownTarget(attribute))}`, message: named.message }];
  });
}

/** A file that was exported here says “Account: Region”. */
function nameOf(header: string): string {
  return header.replace(/^\s*(person|account)\s*:\s*/i, '');
}
