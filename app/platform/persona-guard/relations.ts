import { AliasNode, CommonTableExpressionNode, type OperationNode } from 'kysely';
import { refuse } from './refuse.ts';
import type { Naming, Place } from './tree.ts';

/** Schemas under which the product's own tables may be named: PostgreSQL's and SQLite's default. */
const OWN_SCHEMAS: ReadonlySet<string> = new Set(['public', 'main']);

/** Names fold on SQLite and, unquoted, on PostgreSQL: what could be the same name is taken as the same. */
export const fold = (name: string): string => name.toLowerCase();

/** Refuses views, catalogs, table functions and raw tables: only relations whose rows the guard can follow remain. */
export function refuseUnknownRelations(
  places: readonly Place[],
  named: readonly Naming[],
  known: ReadonlySet<string>,
): void {
  const expressions = commonTableExpressions(places);
  for (const { schema, name } of named) {
    if (schema === undefined && expressions.has(name)) continue;
    if (schema !== undefined && !OWN_SCHEMAS.has(fold(schema)))
      refuse(`the schema ${schema} is not the product's`);
    if (!known.has(fold(name))) refuse(`${name} is not a table of the product; a view could hide a blend`);
  }
  for (const place of places) if (isSource(place)) refuseOpaqueSource(place.node);
}

/** The names that a query gives to its own selects. */
function commonTableExpressions(places: readonly Place[]): Set<string> {
  const nodes = places.map(({ node }) => node).filter(CommonTableExpressionNode.is);
  return new Set(nodes.map(({ name }) => name.table.table.identifier.name));
}

function isSource({ parent, slot }: Place): boolean {
  if (!parent) return false;
  if (parent.node.kind === 'FromNode' || parent.node.kind === 'UsingNode') return true;
  return parent.node.kind === 'JoinNode' && slot === 'table';
}

const READABLE: ReadonlySet<string> = new Set(['TableNode', 'SelectQueryNode', 'ValuesNode']);

function refuseOpaqueSource(source: OperationNode): void {
  const inner = AliasNode.is(source) ? source.node : source;
  // Joins of DELETE ... USING hold their own table, which is seen on its own.
  if (inner.kind === 'JoinNode' || READABLE.has(inner.kind)) return;
  refuse(`${inner.kind} stands where a table is read; only tables and selects may`);
}
