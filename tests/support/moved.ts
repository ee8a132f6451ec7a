import { Window } from 'happy-dom';

/** What differs between two answers of one door, and whose it says it is. */
export interface Moved {
  /** The personas named nearest to it; empty where none is named anywhere around it. */
  personas: string[];
  /** Of data, what it is called there. */
  key?: string;
  before: string;
  after: string;
}

const NAMES: readonly (readonly [id: string, name: RegExp])[] = [
  ['end_user', /\bend[-_]users?\b/i],
  ['buyer', /\bbuyers?\b/i],
  ['influencer', /\binfluencers?\b/i],
  ['advocate', /\badvocates?\b/i],
];

/** The personas that a text names. */
export function namedIn(text: string): string[] {
  return NAMES.filter(([, name]) => name.test(text)).map(([id]) => id);
}

/** Two ends, both named, and how far they are from each other: on both sides, however far. */
export function isGap({ personas, before, after }: Moved): boolean {
  return personas.length >= 2 && distanceIn(before) !== null && distanceIn(after) !== null;
}

/** Two ends, both named, moved alike: the distance between them is what it was, said or left to be seen. */
export function isSameGap({ personas, before, after }: Moved): boolean {
  const [from, to] = [distanceIn(before), distanceIn(after)];
  return personas.length === 2 && from !== null && from === to;
}

/** "The gap: 50 points, …", or "Buyers at 3, End-users at 7". */
function distanceIn(part: string): number | null {
  const text = part.replace(/<[^>]*aria-label="([^"]*)"[^>]*>/g, ' $1 ').replace(/<[^>]*>/g, ' ');
  const said = /\bgap\b[^\d]*([\d.]+)/i.exec(text)?.[1];
  if (said !== undefined) return Number(said);
  const ends = [...text.matchAll(/(end-users?|influencers?|buyers?|advocates?)(?::|\s+at)?\s+([\d.]+)/gi)];
  if (ends.length !== 2 || ends[0]![1] === ends[1]![1]) return null;
  return Math.abs(Number(ends[0]![2]) - Number(ends[1]![2]));
}

/** The parts that differ, each as small as it can be told, with the personas named by the nearest thing around it that names any. */
export function movedIn(type: string, before: string, after: string): Moved[] {
  if (before === after) return [];
  if (type.startsWith('text/html')) return movedInPage(before, after);
  if (/json/.test(type) && !/ndjson|jsonl/.test(type))
    return movedInData('', [JSON.parse(before), JSON.parse(after)], []);
  return movedInLines(before, after);
}

function movedInPage(before: string, after: string): Moved[] {
  const [a, b] = [bodyOf(before), bodyOf(after)];
  return movedInNode(a, b, []);
}

export type Node = ReturnType<typeof bodyOf>;

/** One for all: each is a browser's worth of memory. */
let parser: { parseFromString(html: string, type: 'text/html'): Window['document'] } | undefined;

export function bodyOf(html: string) {
  parser ??= new new Window().DOMParser();
  return parser.parseFromString(html.replace(/<script[\s\S]*?<\/script>/g, ''), 'text/html').body;
}

/** Around each node stand the ones that hold it, the nearest last. */
function movedInNode(a: Node, b: Node, around: readonly Node[]): Moved[] {
  if (a.outerHTML === b.outerHTML) return [];
  const [mine, theirs] = [[...a.children], [...b.children]] as [Node[], Node[]];
  const isAlike = mine.length === theirs.length && shellOf(a) === shellOf(b) && mine.length > 0;
  if (isAlike) return mine.flatMap((child, i) => movedInNode(child, theirs[i]!, [...around, a]));
  const [text, other] = [a.textContent ?? '', b.textContent ?? ''];
  // What is to be copied stands in one node, a line each.
  if (mine.length === 0 && theirs.length === 0 && text.includes('\n')) return movedInLines(text, other);
  const personas = [...around, a]
    .toReversed()
    .map((node) => namedIn(wordsOf(node)))
    .find((named) => named.length > 0);
  return [{ personas: personas ?? [], before: short(a.outerHTML), after: short(b.outerHTML) }];
}

/** A node without its children: its own tag, attributes and words. */
export function shellOf(node: Node): string {
  const own = [...node.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ textContent }) => textContent);
  return JSON.stringify([node.tagName, [...node.attributes].map(({ name, value }) => [name, value]), own]);
}

/** What a node says, also to those who do not see it; words of two nodes are two words. */
function wordsOf(node: Node): string {
  const labels = [node, ...node.querySelectorAll('*')].map(
    (one) => `${one.getAttribute('aria-label') ?? ''} ${one.getAttribute('alt') ?? ''}`,
  );
  return `${node.innerHTML.replace(/<[^>]*>/g, ' ')} ${labels.join(' ')}`;
}

function movedInData(key: string, [a, b]: readonly [unknown, unknown], around: readonly unknown[]): Moved[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const [mine, theirs] = [entriesOf(a), entriesOf(b)];
  if (mine && theirs && mine.length === theirs.length && mine.every(([name], i) => name === theirs[i]![0]))
    return mine.flatMap(([name, value], i) => movedInData(name, [value, theirs[i]![1]], [...around, a]));
  const personas = [...around, a]
    .toReversed()
    .map((part) => namedIn(JSON.stringify(part)))
    .find((named) => named.length > 0);
  return [
    { personas: personas ?? [], key, before: short(JSON.stringify(a)), after: short(JSON.stringify(b)) },
  ];
}

export function entriesOf(part: unknown): [string, unknown][] | null {
  return typeof part === 'object' && part !== null ? Object.entries(part) : null;
}

/** Line by line, as a file is read. */
function movedInLines(before: string, after: string): Moved[] {
  const [mine, theirs] = [before.split('\n').sort(), after.split('\n').sort()];
  const onlyHere = mine.filter((line) => !theirs.includes(line));
  const onlyThere = theirs.filter((line) => !mine.includes(line));
  return [...onlyHere, ...onlyThere].map((line) => ({
    personas: namedIn(line),
    before: short(line),
    after: short(line),
  }));
}

const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
