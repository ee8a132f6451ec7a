import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { Attribute } from '../attribute/attribute.ts';
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

/** A file that was exported here says “Account: Region”. */
function nameOf(header: string): string {
  return header.replace(/^\s*(person|account)\s*:\s*/i, '');
}
