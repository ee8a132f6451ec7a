import { Window } from 'happy-dom';

/** What differs between two answers of one door, and whose it says it is. */
export interface Moved {
  /** The personas named nearest to it; empty where none is named anywhere around it. */
  personas: string[];
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

/** Two ends, both named, moved alike: the distance between them is what it was. */
export function isSameGap({ personas, before, after }: Moved): boolean {
  const distance = (text: string) => /\bgap\b[^\d]*([\d.]+)/i.exec(text.replace(/<[^>]*>/g, ''))?.[1];
  return personas.length === 2 && distance(before) !== undefined && distance(before) === distance(after);
}

/** The parts that differ, each as small as it can be told, with the personas named by the nearest thing around it that names any. */
export function movedIn(type: string, before: string, after: string): Moved[] {
  if (type.startsWith('text/html')) return movedInPage(before, after);
  if (/json/.test(type) && !/ndjson|jsonl/.test(type))
    return movedInData(JSON.parse(before), JSON.parse(after), []);
  return movedInLines(before, after);
}

function movedInPage(before: string, after: string): Moved[] {
  const [a, b] = [bodyOf(before), bodyOf(after)];
  return movedInNode(a, b, []);
}

type Node = ReturnType<typeof bodyOf>;

function bodyOf(html: string) {
  const { document } = new Window();
  document.write(html.replace(/<script[\s\S]*?<\/script>/g, ''));
  return document.body;
}

/** Around each node stand the ones that hold it, the nearest last. */
function movedInNode(a: Node, b: Node, around: readonly Node[]): Moved[] {
  if (a.outerHTML === b.outerHTML) return [];
  const [mine, theirs] = [[...a.children], [...b.children]] as [Node[], Node[]];
  const isAlike = mine.length === theirs.length && shellOf(a) === shellOf(b) && mine.length > 0;
  if (isAlike) return mine.flatMap((child, i) => movedInNode(child, theirs[i]!, [...around, a]));
  const personas = [...around, a]
    .toReversed()
    .map((node) => namedIn(wordsOf(node)))
    .find((named) => named.length > 0);
  return [{ personas: personas ?? [], before: short(a.outerHTML), after: short(b.outerHTML) }];
}

/** A node without its children: its own tag, attributes and words. */
function shellOf(node: Node): string {
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

function movedInData(a: unknown, b: unknown, around: readonly unknown[]): Moved[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const [mine, theirs] = [entriesOf(a), entriesOf(b)];
  if (mine && theirs && mine.length === theirs.length && mine.every(([key], i) => key === theirs[i]![0]))
    return mine.flatMap(([, value], i) => movedInData(value, theirs[i]![1], [...around, a]));
  const personas = [...around, a]
    .toReversed()
    .map((part) => namedIn(JSON.stringify(part)))
    .find((named) => named.length > 0);
  return [{ personas: personas ?? [], before: short(JSON.stringify(a)), after: short(JSON.stringify(b)) }];
}

function entriesOf(part: unknown): [string, unknown][] | null {
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
