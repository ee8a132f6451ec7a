import {
  ColumnNode,
  type DeleteQueryNode,
  DeleteQueryNode as Deletion,
  InsertQueryNode as Insertion,
  type InsertQueryNode,
  type OnConflictNode,
  type OperationNode,
  ReferenceNode,
  TableNode,
  type UpdateQueryNode,
  UpdateQueryNode as Updating,
} from 'kysely';
import { refuse } from './refuse.ts';
import { fold } from './relations.ts';
import { isPinned } from './scope.ts';
import { isInside, type Naming, type Place, walk } from './tree.ts';
import { readsValues } from './values.ts';

/** True when the relation is what the statement writes to, and then judged as such; false for a read. */
export function isJudgedWrite(places: readonly Place[], { place, name }: Naming): boolean {
  const statement = writingStatement(place);
  if (!statement) return false;
  if (statement.parent) refuse('answers are written inside another query');
  const { node } = statement;
  if (Insertion.is(node)) judgeInsert(node, name);
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

function judgeInsert(node: InsertQueryNode, table: string): void {
  if (node.replace || node.onDuplicateKey || (node.orAction && node.orAction.action !== 'ignore')) {
    refuse('an insert replaces answers that are kept as they were given');
  }
  if (node.onConflict?.updates || node.onConflict?.updateWhere) judgeConflict(node.onConflict, table);
}

/** The tally is kept by adding to what is there; an answer is never changed. */
function judgeConflict({ updates = [], updateWhere }: OnConflictNode, table: string): void {
  if (fold(table) !== 'answer_tally') refuse('an answer never changes; a correction is a new row');
  const counts = updates.every(({ column, value }) => isPeople(column) && addsPeople(value));
  if (updateWhere || !counts) refuse('a tally changes only by adding people to people');
}

function addsPeople(value: OperationNode): boolean {
  return walk(value).every(({ node, parent }) => {
    if (ColumnNode.is(node)) return node.column.name === 'people';
    if (TableNode.is(node))
      return parent !== null && ReferenceNode.is(parent.node) && TALLY.has(node.table.identifier.name);
    return node.kind !== 'SelectQueryNode' && node.kind !== 'SelectAllNode';
  });
}

const TALLY: ReadonlySet<string> = new Set(['answer_tally', 'excluded']);
const isPeople = (node: OperationNode): boolean => ColumnNode.is(node) && node.column.name === 'people';

function judgeUpdate(node: UpdateQueryNode, table: string): void {
  if (fold(table) !== 'answer_tally') refuse('an answer never changes; a correction is a new row');
  if (node.from || node.joins?.length) refuse('an update of the tally reads a second relation');
  const counts = (node.updates ?? []).every(({ column, value }) => isPeople(column) && addsPeople(value));
  if (!counts) refuse('a tally changes only by adding people to people');
  if (!isPinned(node.where, { label: table, sole: true })) {
    refuse('an update of the tally changes more than one persona');
  }
}

function judgeDelete(node: DeleteQueryNode, places: readonly Place[], statement: Place, table: string): void {
  if (node.using || node.joins?.length) refuse('a delete of answers reads a second relation');
  if (readsValues(places, statement, table)) refuse('a delete of answers chooses them by value');
}

function judgeReturning(
  node: OperationNode,
  places: readonly Place[],
  statement: Place,
  table: string,
): void {
  if ('output' in node && node.output) refuse('a write of answers hands values back');
  const returning = 'returning' in node ? node.returning : undefined;
  if (!returning) return;
  const returned = places.filter((place) => isInside(place, returning as OperationNode));
  if (readsValues(returned, statement, table)) refuse('a write of answers hands values back');
}
