import { CommonTableExpressionNameNode, type OperationNode, ReferenceNode, TableNode } from 'kysely';

/** A node where it stands. The same node object may stand in several places of one query. */
export interface Place {
  node: OperationNode;
  parent: Place | null;
  /** The property of the parent that holds it. */
  slot: string;
}

/** A table, view or common table expression named to read from it or to write to it. */
export interface Naming {
  place: Place;
  schema: string | undefined;
  name: string;
}

/** Every place of a query, parents first. Reads all properties, so that a kind of node not known here is still seen. */
export function walk(root: OperationNode): Place[] {
  const places: Place[] = [{ node: root, parent: null, slot: '' }];
  for (let next = 0; next < places.length; next++) {
    const parent = places[next] as Place;
    for (const { node, slot } of children(parent.node)) places.push({ node, parent, slot });
  }
  return places;
}

/** Bound values are data, never part of the query, even when they look like a node. */
const DATA: ReadonlySet<string> = new Set(['ValueNode', 'PrimitiveValueListNode']);

function children(node: OperationNode): { node: OperationNode; slot: string }[] {
  if (DATA.has(node.kind)) return [];
  return Object.entries(node).flatMap(([slot, held]: [string, unknown]) =>
    (Array.isArray(held) ? held : [held]).filter(isNode).map((child) => ({ node: child, slot })),
  );
}

function isNode(held: unknown): held is OperationNode {
  return typeof held === 'object' && held !== null && 'kind' in held && typeof held.kind === 'string';
}

/** The relations a query names; `answer` in the reference `answer.score` names none. */
export function namings(places: readonly Place[]): Naming[] {
  return places.flatMap((place) => {
    const { node, parent } = place;
    if (!TableNode.is(node)) return [];
    if (parent && (ReferenceNode.is(parent.node) || CommonTableExpressionNameNode.is(parent.node))) return [];
    return [{ place, schema: node.table.schema?.name, name: node.table.identifier.name }];
  });
}

export function isInside(place: Place, ancestor: OperationNode): boolean {
  for (let at: Place | null = place; at; at = at.parent) if (at.node === ancestor) return true;
  return false;
}

const STATEMENTS: ReadonlySet<string> = new Set([
  'SelectQueryNode',
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
]);

/** The innermost select, insert, update or delete around a place. */
export function statementOf(place: Place): Place | null {
  let at = place.parent;
  while (at && !STATEMENTS.has(at.node.kind)) at = at.parent;
  return at;
}
