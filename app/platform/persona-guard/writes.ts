import {
  ColumnNode,
  type ColumnUpdateNode,
  type DeleteQueryNode,
  DeleteQueryNode as Deletion,
  InsertQueryNode as Insertion,
  type InsertQueryNode,
  type OperationNode,
  TableNode,
  type UpdateQueryNode,
  UpdateQueryNode as Updating,
} from 'kysely';
import { refuse } from './refuse.ts';
import { isPinned } from './scope.ts';
import { isInside, type Naming, type Place, walk } from './tree.ts';
import { readsValues } from './values.ts';

/** True when the relation is what a statement writes to, and then judged as such; false for a read. */
export function isJudgedWrite(places: readonly Place[], { place, name }: Naming): boolean {
  const statement = writingStatement(place);
  if (!statement) return false;
  const { node } = statement;
  if (Insertion.is(node)) judgeInsert(node);
  if (Updating.is(node)) judgeUpdate(node, name);
  if (Deletion.is(node)) judgeDelete(node, places, statement, name);
  judgeReturning(node, places, statement, name);
  return true;
}

function writingStatement({ parent, slot }: Place): Place | null {
  if (!parent) return null;
  if (Insertion.is(parent.node) && slot === 'into') return parent;
  if (Updating.is(parent.node) && slot === 'table') return parent;
  const deletion = parent.node.kind === 'FromNode' ? parent.parent : null;
  return deletion && Deletion.is(deletion.node) ? deletion : null;
}

function judgeInsert(node: InsertQueryNode): void {
  if (node.replace || node.onDuplicateKey || (node.orAction && node.orAction.action !== 'ignore')) {
    refuse('an insert replaces answers, which are kept as they were given');
  }
  if (node.onConflict?.updateWhere) refuse('an insert chooses by value what it changes');
  judgeChanges(node.onConflict?.updates);
}

/** An answer has no people: so it is never changed, and a tally only by adding to what is there. */
function judgeChanges(updates: readonly ColumnUpdateNode[] = []): void {
  if (!updates.every(({ column, value }) => isPeople(column) && addsPeople(value))) {
    refuse('an answer never changes, and a tally only by adding people to people');
  }
}

function isPeople(node: OperationNode): boolean {
  return ColumnNode.is(node) && node.column.name === 'people';
}

const TALLY: ReadonlySet<string> = new Set(['answer_tally', 'excluded']);

function addsPeople(value: OperationNode): boolean {
  return walk(value).every(({ node }) => {
    if (ColumnNode.is(node)) return isPeople(node);
    return !TableNode.is(node) || TALLY.has(node.table.identifier.name);
  });
}

function judgeUpdate(node: UpdateQueryNode, table: string): void {
  judgeChanges(node.updates);
  if (node.from || node.joins?.length) refuse('an update of the tally reads a second relation');
  if (!isPinned(node.where, { label: table, sole: true })) {
    refuse('an update of the tally changes more than one persona');
  }
}

function judgeDelete(node: DeleteQueryNode, places: readonly Place[], statement: Place, table: string): void {
  if (node.using || node.joins?.length) refuse('a delete of answers reads a second relation');
  if (readsValues(places, statement, table)) refuse('a delete of answers chooses or returns values');
}

function judgeReturning(
  node: OperationNode,
  places: readonly Place[],
  statement: Place,
  table: string,
): void {
  const returning = 'returning' in node ? node.returning : undefined;
  if (!returning) return;
  const returned = places.filter((place) => isInside(place, returning as OperationNode));
  if (readsValues(returned, statement, table)) refuse('a write of answers hands values back');
}
