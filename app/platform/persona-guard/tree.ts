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

/**
 * Every place of a query, parents first. Reads all properties, so that a kind of node not known here is
 * still seen. Plain loops, because every query of the house passes here.
 */
export function walk(root: OperationNode): Place[] {
  const places: Place[] = [{ node: root, parent: null, slot: '' }];
  for (let next = 0; next < places.length; next++) addChildren(places[next] as Place, places);
  return places;
}

/** Bound values are data, never part of the query, even when they look like a node. */
const DATA: ReadonlySet<string> = new Set(['ValueNode', 'PrimitiveValueListNode']);

function addChildren(parent: Place, places: Place[]): void {
  if (DATA.has(parent.node.kind)) return;
  const held = parent.node as unknown as Record<string, unknown>;
  for (const slot in held) {
    const value = held[slot];
    if (Array.isArray(value)) {
      for (const node of value) if (isNode(node)) places.push({ node, parent, slot });
    } else if (isNode(value)) places.push({ node: value, parent, slot });
  }
}

function isNode(held: unknown): held is OperationNode {
  return typeof held === 'object' && held !== null && 'kind' in held && typeof held.kind === 'string';
}

/** The relations a query names; `answer` in the reference `answer.score` names none. */
export function namings(places: readonly Place[]): Naming[] {
  const named: Naming[] = [];
  for (const place of places) {
    const { node, parent } = place;
    if (!TableNode.is(node)) continue;
    if (parent && (ReferenceNode.is(parent.node) || CommonTableExpressionNameNode.is(parent.node))) continue;
    named.push({ place, schema: node.table.schema?.name, name: node.table.identifier.name });
  }
  return named;
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

export function isStatement(node: OperationNode): boolean {
  return STATEMENTS.has(node.kind);
}

/** The innermost select, insert, update or delete around a place. */
export function statementOf(place: Place): Place | null {
  let at = place.parent;
  while (at && !isStatement(at.node)) at = at.parent;
  return at;
}
