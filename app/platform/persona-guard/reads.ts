import { AliasNode, CommonTableExpressionNode, type OperationNode, RawNode, SelectQueryNode } from 'kysely';
import { refuse } from './refuse.ts';
import { isGrouped, isPinned, labelOf, scopeOf } from './scope.ts';
import type { Naming, Place } from './tree.ts';
import { readsValues } from './values.ts';

/** Everything the judgement of one query needs. */
export interface Query {
  places: readonly Place[];
  named: readonly Naming[];
}

/** Refuses a read of answers that is neither pinned to one persona, nor grouped by it, nor a count of rows. */
export function refuseBlendingRead(query: Query, relation: Naming): void {
  const { owner, label } = sourceOf(relation.place);
  const scope = scopeOf(owner.select, label);
  if (isPinned(owner.select.where, scope)) return;
  if (isGrouped(owner.select, scope)) followGroups(query, owner.place);
  else if (readsValues(query.places, owner.place, label)) {
    refuse(
      `${relation.name} is read without one persona: pin ${label}.persona_id to a value in WHERE, or group by it`,
    );
  }
}

interface Owner {
  owner: { place: Place; select: SelectQueryNode };
  label: string;
}

/** The select that reads a relation in its FROM or JOIN, and the relation's label there. */
function sourceOf(relation: Place): Owner {
  const source = relation.parent && AliasNode.is(relation.parent.node) ? relation.parent : relation;
  const clause = source.parent;
  const place = clause?.parent;
  const isSource =
    clause?.node.kind === 'FromNode' || (clause?.node.kind === 'JoinNode' && source.slot === 'table');
  if (!isSource || !place || !SelectQueryNode.is(place.node)) {
    refuse('answers are read outside the FROM or JOIN of a select');
  }
  return { owner: { place, select: place.node }, label: labelOf(source.node) };
}

/** Rows grouped by persona are answers of one persona each: whoever reads them on must keep them apart as well. */
function followGroups(query: Query, select: Place): void {
  if (query.places.some(({ node }) => node.kind === 'OverNode')) {
    refuse('a window function runs over rows of several personas');
  }
  const { parent, slot } = select;
  if (!parent || (parent.node.kind === 'InsertQueryNode' && slot === 'values')) return;
  if (CommonTableExpressionNode.is(parent.node)) followExpression(query, parent.node);
  else if (AliasNode.is(parent.node) && slot === 'node') keepApart(query, select);
  else refuse('rows of several personas are used as one value; pin the persona there');
}

function followExpression(query: Query, { name }: CommonTableExpressionNode): void {
  if (name.columns) refuse('a common table expression over answers renames its columns');
  const called = name.table.table.identifier.name;
  const uses = query.named.filter((naming) => naming.name === called);
  if (uses.length > 1) refuse(`${called} holds rows of several personas and is read more than once`);
  for (const use of uses) keepApart(query, use.place);
}

function keepApart(query: Query, derived: Place): void {
  const { owner, label } = sourceOf(derived);
  const scope = scopeOf(owner.select, label);
  if (isPinned(owner.select.where, scope)) return;
  if (!isGrouped(owner.select, scope)) {
    refuse(
      `${label} holds rows of several personas: pin ${label}.persona_id to a value in WHERE, or group by it`,
    );
  }
  followGroups(query, owner.place);
}

/** What a query that names answers may not contain at all, wherever it stands. */
export function refuseBlendingParts(places: readonly Place[]): void {
  for (const { node } of places) {
    const fault = BLENDING[node.kind];
    if (fault?.is(node)) refuse(fault.says);
  }
}

const always = () => true;

/** Kysely writes the direction of an `orderBy` as raw SQL; the one word is no way to read anything. */
function isMoreThanADirection(node: OperationNode): boolean {
  if (!RawNode.is(node)) return true;
  const [word, ...more] = node.sqlFragments;
  return more.length > 0 || node.parameters.length > 0 || (word !== 'asc' && word !== 'desc');
}

const BLENDING: Record<string, { is(node: OperationNode): boolean; says: string }> = {
  RawNode: { is: isMoreThanADirection, says: 'a query that names answers holds raw SQL' },
  SetOperationNode: {
    is: always,
    says: 'a union, intersection or difference puts answers of two selects together',
  },
  MergeQueryNode: { is: always, says: 'a merge reads and writes answers at once' },
  WithNode: {
    is: (node) => 'recursive' in node && node.recursive === true,
    says: 'a recursive query reads answers',
  },
};
