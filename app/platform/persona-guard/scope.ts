import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  IdentifierNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  ReferenceNode,
  SelectionNode,
  type SelectQueryNode,
  TableNode,
  ValueNode,
  type WhereNode,
} from 'kysely';
import { refuse } from './refuse.ts';
import { fold } from './relations.ts';

/** A relation inside the one statement that reads it. */
export interface Scope {
  /** The name by which columns refer to the relation, letter for letter. */
  label: string;
  /** No other relation stands beside it, so that a bare column is its own. */
  sole: boolean;
}

const PERSONA = 'persona_id';

export function scopeOf(select: SelectQueryNode, label: string): Scope {
  const sources = [...(select.from?.froms ?? []), ...(select.joins ?? []).map((join) => join.table)];
  const labels = sources.map(labelOf);
  if (labels.filter((other) => fold(other) === fold(label)).length > 1) {
    refuse(`two relations of one select are called ${label}`);
  }
  return { label, sole: sources.length === 1 };
}

export function labelOf(source: OperationNode): string {
  if (AliasNode.is(source)) return IdentifierNode.is(source.alias) ? source.alias.name : '';
  return TableNode.is(source) ? source.table.identifier.name : '';
}

/** True when WHERE holds `relation.persona_id = <one bound text>` as a condition that every row must meet. */
export function isPinned(where: WhereNode | undefined, scope: Scope): boolean {
  return where !== undefined && conjuncts(where.where).some((condition) => isPin(condition, scope));
}

function conjuncts(node: OperationNode): OperationNode[] {
  if (ParensNode.is(node)) return conjuncts(node.node);
  if (AndNode.is(node)) return [...conjuncts(node.left), ...conjuncts(node.right)];
  return [node];
}

function isPin(condition: OperationNode, scope: Scope): boolean {
  if (!BinaryOperationNode.is(condition)) return false;
  const { leftOperand, operator, rightOperand } = condition;
  if (!OperatorNode.is(operator) || operator.operator !== '=') return false;
  if (!ValueNode.is(rightOperand) || typeof rightOperand.value !== 'string') return false;
  return isPersonaOf(leftOperand, scope);
}

function isPersonaOf(node: OperationNode, { label, sole }: Scope): boolean {
  if (!ReferenceNode.is(node) || !ColumnNode.is(node.column) || node.column.column.name !== PERSONA)
    return false;
  if (!node.table) return sole;
  return node.table.table.schema === undefined && node.table.table.identifier.name === label;
}

/**
 * True when the select groups by the relation's persona. Its rows must then carry that persona, and nothing
 * else, under its name: a figure that lost its label, or got another's, is as wrong as a blend.
 */
export function isGrouped(select: SelectQueryNode, scope: Scope): boolean {
  const keys = select.groupBy?.items.map((item) => item.groupBy) ?? [];
  if (!keys.some((key) => isPersonaOf(key, scope))) return false;
  const outputs = (select.selections ?? []).map(({ selection }) => selection);
  if (outputs.some((output) => outputName(output) === '*')) {
    refuse('a query that groups answers by persona must name its columns, not select all');
  }
  const labelled = outputs.filter((output) => fold(outputName(output)) === PERSONA);
  const [label] = labelled.map((output) => (AliasNode.is(output) ? output.node : output));
  if (labelled.length !== 1 || !label || !isPersonaOf(label, scope)) {
    refuse('a query that groups answers by persona must select that persona_id under its own name, once');
  }
  return true;
}

function outputName(node: OperationNode): string {
  if (SelectionNode.is(node)) return outputName(node.selection);
  if (AliasNode.is(node)) return labelOf(node);
  if (ReferenceNode.is(node)) return ColumnNode.is(node.column) ? node.column.column.name : '*';
  return node.kind === 'SelectAllNode' ? '*' : '';
}
