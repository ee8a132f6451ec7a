import { IdentifierNode, type OperationNode, RawNode, ValueNode } from 'kysely';
import { GUARDED_TABLES } from './known-tables.ts';
import { refuse } from './refuse.ts';
import { type Place, walk } from './tree.ts';

/** Words by which raw text could read a relation that the tree does not show. */
const READING = /\b(select|from|join|table|prepare|execute|copy|call)\b/i;
/** Comments swallow the conditions around them; a second statement, dollar quotes and U&"" hide names. */
const HIDING = /--|\/\*|\*\/|;|\$\w*\$|\bu&["']/i;
/** Functions that run SQL given to them as text, or read files. */
const RUNNING = /_to_xml|dblink|\bts_(stat|rewrite)\b|load_extension|\bpg_(read|ls)_|\blo_(import|export)\b/i;
const GUARDED = new RegExp(`\\b(${[...GUARDED_TABLES].join('|')})\\b`, 'i');

/** Raw text stays possible for expressions and for statements such as `select 1`; it never names a relation. */
export function refuseReadingRaw(places: readonly Place[]): void {
  for (const { node, parent } of places) {
    if ('func' in node && typeof node.func === 'string' && RUNNING.test(node.func)) {
      refuse(`the function ${node.func} runs or reads what the guard cannot see`);
    }
    // An inner piece is read with the raw text around it: `sel` and `ect` only mean something together.
    if (!RawNode.is(node) || (parent && RawNode.is(parent.node))) continue;
    const text = render(node);
    const body = parent ? text : text.replace(/^\s*select\b/i, '');
    if (GUARDED.test(text)) refuse('raw SQL names a table of answers; write the query with the builder');
    if (READING.test(body)) refuse('raw SQL reads a relation; write the query with the builder');
    if (HIDING.test(text)) refuse('raw SQL holds a comment, a second statement or a hidden name');
    if (RUNNING.test(text)) refuse('raw SQL calls a function that runs or reads what the guard cannot see');
  }
}

function render(node: OperationNode): string {
  if (RawNode.is(node)) {
    const { sqlFragments, parameters } = node;
    return sqlFragments.map((text, at) => text + (parameters[at] ? render(parameters[at]) : '')).join('');
  }
  if (IdentifierNode.is(node)) return ` "${node.name}" `;
  if (ValueNode.is(node)) return node.immediate ? ` ${String(node.value)} ` : ' ? ';
  const [, ...inner] = walk(node);
  return inner.map((place) => (IdentifierNode.is(place.node) ? ` "${place.node.name}" ` : ' ')).join('');
}
