import { bodyOf, entriesOf, type Node, namedIn, shellOf } from './moved.ts';

/** Each thing that stands under the name of one persona and of no other, as often as it stands there. */
export type LaneWords = Map<string, number>;

interface Given {
  type: string;
  text: string;
  /** An address that names one persona says it for whatever does not name one itself. */
  address: string;
}

/** What an answer says of one persona: elements with their own words and shapes, values of data, lines of a file. */
export function laneWords(answers: readonly Given[], persona: string): LaneWords {
  const words: LaneWords = new Map();
  for (const { type, text, address } of answers) {
    const own = namedIn(address);
    for (const { personas, said } of partsOf(type, text)) {
      const [first, ...others] = personas.length !== 1 && own.length === 1 ? own : personas;
      if (first === persona && others.length === 0) words.set(said, (words.get(said) ?? 0) + 1);
    }
  }
  return words;
}

/** Each thing that an answer says, whosever it is. */
export function allWords(answers: readonly Given[]): ReadonlySet<string> {
  return new Set(answers.flatMap(({ type, text }) => partsOf(type, text).map(({ said }) => said)));
}

/** What stands in the first oftener than in the second. */
export function lacking(words: LaneWords, from: LaneWords): string[] {
  return [...words]
    .flatMap(([said, times]) => Array<string>(Math.max(0, times - (from.get(said) ?? 0))).fill(said))
    .sort();
}

interface Part {
  personas: string[];
  said: string;
}

function partsOf(type: string, text: string): Part[] {
  if (type.startsWith('text/html')) return partsOfPage(text);
  if (/json/.test(type) && !/ndjson|jsonl/.test(type)) return partsOfData('', JSON.parse(text), []);
  return linesOf(text);
}

const linesOf = (text: string): Part[] =>
  text.split('\n').map((line) => ({ personas: namedIn(line), said: line }));

/** Each element once, without its children, with the personas of the nearest around it that names any. */
function partsOfPage(html: string): Part[] {
  const body = bodyOf(html);
  const named = namesIn(body);
  const parts: Part[] = [];
  const visit = (node: Node, around: string[]) => {
    const own = named.get(node)!;
    const personas = own.length > 0 ? own : around;
    const text = node.textContent ?? '';
    // What is to be copied stands in one node, a line each.
    if (node.children.length === 0 && text.includes('\n')) parts.push(...linesOf(text));
    else parts.push({ personas, said: shellOf(node) });
    for (const child of node.children) visit(child as Node, personas);
  };
  visit(body, []);
  return parts;
}

/** The personas that each node names, itself or in what it holds. */
function namesIn(body: Node): ReadonlyMap<Node, string[]> {
  const named = new Map<Node, string[]>();
  const visit = (node: Node): string[] => {
    const own = [...node.childNodes].filter(({ nodeType }) => nodeType === 3).map((one) => one.textContent);
    const labels = [node.getAttribute('aria-label'), node.getAttribute('alt')];
    const inside = [...node.children].flatMap((child) => visit(child as Node));
    const all = [...new Set([...namedIn([...own, ...labels].join(' ')), ...inside])];
    named.set(node, all);
    return all;
  };
  visit(body);
  return named;
}

/** Each value under its key, with the personas of the nearest object around it that names any. */
function partsOfData(key: string, data: unknown, around: string[]): Part[] {
  const entries = entriesOf(data);
  const own = namedIn(JSON.stringify(data));
  const personas = own.length > 0 ? own : around;
  if (!entries) return [{ personas, said: `${key}: ${JSON.stringify(data)}` }];
  return entries.flatMap(([name, value]) => partsOfData(Array.isArray(data) ? key : name, value, personas));
}
