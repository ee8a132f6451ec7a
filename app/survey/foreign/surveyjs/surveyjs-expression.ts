import { type Expression, type TheirOp, test, UNREADABLE } from '../expression.ts';

/** Longer or deeper ones are no condition that a person wrote. */
const MOST_LETTERS = 2000;
const MOST_DEPTH = 20;

interface Token {
  kind: 'name' | 'value' | 'list' | 'op' | 'open' | 'close' | 'and' | 'or' | 'not';
  text: string;
  values?: string[];
}

/** Spellings of one comparison, as the product's own manual lists them. */
const OPS: ReadonlyMap<string, TheirOp> = new Map<string, TheirOp>([
  ...(['=', '==', 'equal'] as const).map((word) => [word, 'is'] as const),
  ...(['<>', '!=', 'notequal'] as const).map((word) => [word, 'is_not'] as const),
  ...(['>', 'greater'] as const).map((word) => [word, 'more_than'] as const),
  ...(['<', 'less'] as const).map((word) => [word, 'less_than'] as const),
  ...(['>=', 'greaterorequal'] as const).map((word) => [word, 'at_least'] as const),
  ...(['<=', 'lessorequal'] as const).map((word) => [word, 'at_most'] as const),
  ...(['contains', 'contain', '*='] as const).map((word) => [word, 'has'] as const),
  ...(['notcontains', 'notcontain'] as const).map((word) => [word, 'has_not'] as const),
  ['empty', 'blank'],
  ['notempty', 'answered'],
]);

const TOKEN =
  /\s*(?:\{([^{}]{1,200})\}|'([^']{0,200})'|"([^"]{0,200})"|\[([^\]]{0,500})\]|(-?\d+(?:\.\d+)?)|(<>|!=|<=|>=|==|\*=|&&|\|\||[=<>!()])|([a-z]+))/iy;

/** A `visibleIf` of SurveyJS: tests of answers with and, or, not and brackets. Anything further is unreadable. */
export function readSurveyJsExpression(text: string): Expression {
  const tokens = text.length <= MOST_LETTERS ? tokensOf(text) : null;
  if (!tokens || tokens.length === 0) return UNREADABLE;
  const cursor = { at: 0 };
  const expression = readEither(tokens, cursor, 0);
  return expression && cursor.at === tokens.length ? expression : UNREADABLE;
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [, name, single, double, list, number, sign, word] = match;
    if (name !== undefined) tokens.push({ kind: 'name', text: name.trim() });
    else if (list !== undefined) tokens.push({ kind: 'list', text: list, values: valuesIn(list) });
    else if (sign !== undefined || word !== undefined) tokens.push(wordToken((sign ?? word)!.toLowerCase()));
    else tokens.push({ kind: 'value', text: single ?? double ?? number ?? '' });
  }
  return tokens;
}

function wordToken(word: string): Token {
  if (word === '(') return { kind: 'open', text: word };
  if (word === ')') return { kind: 'close', text: word };
  if (word === 'and' || word === '&&') return { kind: 'and', text: word };
  if (word === 'or' || word === '||') return { kind: 'or', text: word };
  if (word === 'not' || word === '!') return { kind: 'not', text: word };
  if (word === 'true' || word === 'false') return { kind: 'value', text: word };
  return { kind: 'op', text: word };
}

function valuesIn(list: string): string[] {
  return list.split(',').map((value) => value.trim().replace(/^(['"])(.*)\1$/, '$2'));
}

interface Cursor {
  at: number;
}

type Read = (tokens: readonly Token[], cursor: Cursor, depth: number) => Expression | null;

const readEither: Read = (tokens, cursor, depth) => readJoined('or', readEach, tokens, cursor, depth);
const readEach: Read = (tokens, cursor, depth) => readJoined('and', readOne, tokens, cursor, depth);

function readJoined(
  word: 'and' | 'or',
  inner: Read,
  tokens: readonly Token[],
  cursor: Cursor,
  depth: number,
): Expression | null {
  const parts: Expression[] = [];
  do {
    const part = inner(tokens, cursor, depth);
    if (!part) return null;
    parts.push(part);
  } while (tokens[cursor.at]?.kind === word && ++cursor.at);
  return parts.length === 1 ? parts[0]! : { kind: word === 'and' ? 'all' : 'any', parts };
}

function readOne(tokens: readonly Token[], cursor: Cursor, depth: number): Expression | null {
  if (depth > MOST_DEPTH) return null;
  const token = tokens[cursor.at];
  cursor.at += 1;
  switch (token?.kind) {
    case 'not': {
      const part = readOne(tokens, cursor, depth + 1);
      return part && { kind: 'not', part };
    }
    case 'open': {
      const inside = readEither(tokens, cursor, depth + 1);
      const isClosed = tokens[cursor.at]?.kind === 'close';
      cursor.at += 1;
      return isClosed ? inside : null;
    }
    case 'name':
      return readTest(token.text, tokens, cursor);
    default:
      return null;
  }
}

function readTest(name: string, tokens: readonly Token[], cursor: Cursor): Expression | null {
  const word = tokens[cursor.at]?.text;
  if (word === undefined || tokens[cursor.at]!.kind !== 'op') return null;
  cursor.at += 1;
  const op = OPS.get(word);
  if (op === 'blank' || op === 'answered') return test(name, op);
  const right = tokens[cursor.at];
  cursor.at += 1;
  if (op && right?.kind === 'value') return test(name, op, right.text);
  if (right?.kind !== 'list' || right.values!.length === 0) return null;
  return readList(name, word, right.values!);
}

function readList(name: string, word: string, values: readonly string[]): Expression | null {
  const parts = values.map((value) => test(name, 'has', value));
  if (word === 'anyof') return { kind: 'any', parts };
  if (word === 'allof' || word === 'contains') return { kind: 'all', parts };
  return word === 'noneof' ? { kind: 'not', part: { kind: 'any', parts } } : null;
}
