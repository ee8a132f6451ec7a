import { IdentifierNode, type OperationNode, RawNode, ValueNode } from 'kysely';
import { GUARDED_TABLES } from './known-tables.ts';
import { refuse } from './refuse.ts';
import { isStatement, type Place, walk } from './tree.ts';

const GUARDED = new RegExp(`\\b(${[...GUARDED_TABLES].join('|')})\\b`, 'i');
/** Words by which raw text could read a relation that the tree does not show. */
const READING = /\b(select|from|join|table|prepare|execute|copy|call)\b/i;
/** Comments, second statements, dollar quotes, E'' and U&"": text that is not what it looks like. */
const HIDING = /--|\/\*|\*\/|;|\$\w*\$|\b(e|u&)["']/i;
/** Functions that run SQL given to them as text, or read files. */
const RUNNING = /_to_xml|dblink|\bts_(stat|rewrite)\b|load_extension|\bpg_(read|ls)_|\blo_(import|export)\b/i;
const FUNCTION = /^[a-z_][a-z0-9_.]*$/i;

/** Raw text stays possible for expressions and for statements such as `select 1`; it never names a relation. */
export function refuseReadingText(places: readonly Place[]): void {
  for (const place of places) {
    const { node, parent } = place;
    if ('func' in node && typeof node.func === 'string') refuseReadingFunction(node.func);
    // An inner piece is read with the raw text around it: `sel` and `ect` only mean something together.
    if (RawNode.is(node) && !(parent && RawNode.is(parent.node))) refuseReadingRaw(place, render(node));
  }
}

function refuseReadingFunction(name: string): void {
  if (!FUNCTION.test(name)) refuse(`${name} is not the name of a function`);
  if (RUNNING.test(name)) refuse(`the function ${name} runs or reads what the guard cannot see`);
}

function refuseReadingRaw(place: Place, text: string): void {
  const body = place.parent ? text : text.replace(/^\s*select\b/i, '');
  if (GUARDED.test(text)) refuse('raw SQL names a table of answers; write the query with the builder');
  if (READING.test(body)) refuse('raw SQL reads a relation; write the query with the builder');
  if (text !== 'true' && standsAmongSources(place))
    refuse('raw SQL stands in a FROM or JOIN, where it could name a relation');
  if (HIDING.test(text) || !isBalanced(text)) refuse('raw SQL is not one whole expression');
  if (RUNNING.test(text)) refuse('raw SQL calls a function that runs or reads what the guard cannot see');
}

const SOURCES: ReadonlySet<string> = new Set(['FromNode', 'JoinNode', 'UsingNode']);

/** `on true, other` would read a second relation without any of the words above. */
function standsAmongSources({ parent }: Place): boolean {
  for (let at = parent; at && !isStatement(at.node); at = at.parent)
    if (SOURCES.has(at.node.kind)) return true;
  return false;
}

/** False when the text closes a bracket or a quote of the query around it. */
function isBalanced(text: string): boolean {
  const bare = text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '');
  let open = 0;
  for (const sign of bare) {
    if (sign === '(') open++;
    if (sign === ')' && --open < 0) return false;
  }
  return open === 0 && !/['"]/.test(bare);
}

function render(node: OperationNode): string {
  if (RawNode.is(node)) {
    const { sqlFragments, parameters } = node;
    return sqlFragments.map((text, at) => text + (parameters[at] ? render(parameters[at]) : '')).join('');
  }
  if (IdentifierNode.is(node)) return ` "${node.name.replaceAll('"', '""')}" `;
  if (ValueNode.is(node)) return node.immediate ? ` ${String(node.value)} ` : ' ? ';
  const names = walk(node).filter((place) => IdentifierNode.is(place.node));
  return names.map((place) => render(place.node)).join('.');
}
