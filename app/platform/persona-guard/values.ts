import { AggregateFunctionNode, ColumnNode, ReferenceNode, SelectAllNode } from 'kysely';
import { VALUE_COLUMNS } from './known-tables.ts';
import { fold } from './relations.ts';
import { type Place, statementOf } from './tree.ts';

/**
 * True when one of `places` reads an answer value of the relation called `label`, which `owner` reads or writes.
 * Judged by name alone, wherever the name stands: counting rows needs none of these names.
 */
export function readsValues(places: readonly Place[], owner: Place, label: string): boolean {
  return places.some((place) => {
    const { node, parent } = place;
    if (ColumnNode.is(node)) return isValueName(fold(node.column.name), label);
    if (!SelectAllNode.is(node)) return false;
    if (parent && ReferenceNode.is(parent.node) && parent.node.table) {
      const table = fold(parent.node.table.table.identifier.name);
      return table === fold(label) || statementOf(place)?.node === owner.node;
    }
    const call = parent?.parent?.node;
    if (call && AggregateFunctionNode.is(call) && call.func === 'count') return false;
    return statementOf(place)?.node === owner.node;
  });
}

/** PostgreSQL reads a relation's name in place of a column as its whole row. */
function isValueName(column: string, label: string): boolean {
  return VALUE_COLUMNS.has(column) || column === fold(label);
}
