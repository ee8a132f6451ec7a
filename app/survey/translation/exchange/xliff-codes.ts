import { FACTS, isFact, type Pipe, pipesIn } from '../../logic/piping.ts';

/** A placeholder as XLIFF carries it: what stands before and after the words that may be translated. */
interface Code {
  name: string;
  start: string;
  /** Null for a placeholder without words of its own. */
  words: string | null;
  end: string;
}

// What no XML 1.0 file can carry (section 2.2): most control characters, two that are no characters, half pairs.
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The content of a `source` or `target`. A placeholder becomes a `ph`; one with words to fall back on a `pc` around
 * them, so that they are translated and the rest cannot be. `sourceText` numbers the codes, so that both sides agree.
 */
export function writeInline(text: string, sourceText: string): string {
  const numbers = new CodeNumbers(sourceText);
  let written = '';
  let at = 0;
  for (const pipe of pipesIn(text)) {
    const code = codeOf(text, pipe);
    if (!code) continue;
    written += escapeText(text.slice(at, pipe.start)) + writeCode(code, numbers.take(code.name));
    at = pipe.end;
  }
  return written + escapeText(text.slice(at));
}

/** Ids by the order of the source: the second `{{account.name}}` of a translation is the second of the original. */
class CodeNumbers {
  readonly #free: Map<string, number[]>;
  readonly #first: Map<string, number>;
  #next: number;

  constructor(sourceText: string) {
    const names = pipesIn(sourceText).flatMap((pipe) => codeOf(sourceText, pipe)?.name ?? []);
    const numbered = names.map((name, index) => ({ name, number: index + 1 }));
    this.#next = names.length + 1;
    this.#first = new Map(numbered.toReversed().map(({ name, number }) => [name, number]));
    this.#free = new Map(names.map((name) => [name, []]));
    for (const { name, number } of numbered) this.#free.get(name)!.push(number);
  }

  take(name: string): { id: number; copyOf: number | undefined } {
    const id = this.#free.get(name)?.shift();
    if (id !== undefined) return { id, copyOf: undefined };
    this.#next += 1;
    return { id: this.#next - 1, copyOf: this.#first.get(name) };
  }
}

/** Null for one whose name no attribute can carry: it stays text. */
function codeOf(text: string, { start, end, name, fallback }: Pipe): Code | null {
  const whole = text.slice(start, end);
  const bar = fallback === null ? -1 : whole.indexOf('|');
  const code =
    bar < 0
      ? { name, start: whole, words: null, end: '' }
      : { name, start: whole.slice(0, bar + 1), words: whole.slice(bar + 1, -2), end: whole.slice(-2) };
  return code.start.search(NOT_XML) < 0 ? code : null;
}

function writeCode(
  { name, start, words, end }: Code,
  { id, copyOf }: ReturnType<CodeNumbers['take']>,
): string {
  const attributes = { id: String(id), ...(copyOf && { copyOf: String(copyOf) }), canDelete: 'no' };
  const shown = isFact(name) ? FACTS[name] : `Answer to ${name}`;
  if (words === null) return `<ph${writeAttributes({ ...attributes, equiv: start, disp: shown })}/>`;
  const paired = { ...attributes, equivStart: start, equivEnd: end, dispStart: `${shown}, or `, dispEnd: '' };
  return `<pc${writeAttributes(paired)}>${escapeText(words)}</pc>`;
}

export function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

/** Text for an element that has no `cp`, such as a note: what XML cannot carry is shown as lost. */
export function escapeNote(text: string): string {
  return escapeText(text.replace(NOT_XML, '\ufffd'));
}

function escapeText(text: string): string {
  return escapeSigns(text).replace(
    NOT_XML,
    (sign) => `<cp hex="${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`,
  );
}

/** Line ends and tabs are written as numbers, because a reader makes blanks of them in an attribute. */
function escapeAttribute(value: string): string {
  return escapeSigns(value.replace(NOT_XML, '\ufffd'))
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function escapeSigns(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
