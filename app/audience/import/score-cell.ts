import { trimCell } from './cell-text.ts';
import type { Reason } from './import-limits.ts';

export type ScoreCode = 'OUT_OF_RANGE' | 'SCORE_RANGE' | 'SCORE_OF_SCALE' | 'NOT_WHOLE' | 'NOT_A_NUMBER';

/** The whole numbers that a question took as answers, both ends included. */
export type ScoreRange = { readonly low: number; readonly high: number };

/** One score cell of past answers. `set_aside` is kept and named, never clamped and never guessed. */
export type ScoreCell =
  | { readonly kind: 'score'; readonly score: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'set_aside'; readonly reason: Reason<ScoreCode> };

/**
 * Reads a score as DOMAIN.md 8.6 says: `9`, `9.0`, ` 9 `, `"9"` and labelled ends such as `10 (Promoter)`.
 * `declaredBlanks` are codes a person said mean “no answer” (11, 99, NA), by `blankKey`. A score within the range
 * is an answer even when it was declared blank.
 */
export function readScoreCell(
  cell: string,
  declaredBlanks: ReadonlySet<string> = NONE,
  range: ScoreRange = ZERO_TO_TEN,
): ScoreCell {
  const text = unquoted(trimCell(cell));
  if (text === '') return { kind: 'blank' };
  const whole = WHOLE.exec(text) ?? LABELLED.exec(text);
  const score = whole ? Number(whole[1]) : Number.NaN;
  if (score >= range.low && score <= range.high) return { kind: 'score', score };
  if (declaredBlanks.has(blankKey(text))) return { kind: 'blank' };
  return { kind: 'set_aside', reason: reasonFor(text, range) };
}

/** The key under which a declared blank is found, whatever its case and outer blanks. */
export function blankKey(code: string): string {
  return trimCell(code).toLowerCase();
}

/** Why a code cannot be declared blank, or null when it can. */
export function refuseBlankCode(
  code: string,
  range: ScoreRange = ZERO_TO_TEN,
): Reason<'CODE_IS_A_SCORE' | 'CODE_EMPTY'> | null {
  const read = readScoreCell(code, NONE, range);
  if (read.kind === 'blank') return { code: 'CODE_EMPTY', sentence: 'An empty cell is blank already.' };
  if (read.kind !== 'score') return null;
  return {
    code: 'CODE_IS_A_SCORE',
    sentence: `${read.score} is an answer on ${range.low} to ${range.high}, so it can’t stand for “no answer”.`,
  };
}

const NONE: ReadonlySet<string> = new Set();
const ZERO_TO_TEN: ScoreRange = { low: 0, high: 10 };
const WHOLE = /^(\d|10|[1-9]\d{1,8})(?:[.,]0{1,9})?$/;
// A label in brackets or after a dash, without a digit: `10 - 9` is a range, `9 (of 10)` names a scale.
const LABELLED = /^(\d|10)\s*(?:\([^\d()]{1,80}\)|[-–—:=]\s*\p{L}[^\d]{0,80})$/u;

function unquoted(text: string): string {
  const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return quoted ? trimCell(text.slice(1, -1)) : text;
}

function reasonFor(text: string, { low, high }: ScoreRange): Reason<ScoreCode> {
  const shown = `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
  if (/^-?\d+([.,]0+)?$/.test(text))
    return { code: 'OUT_OF_RANGE', sentence: `${shown} is outside ${low} to ${high}.` };
  if (/^-?\d+[.,]\d+$/.test(text)) return { code: 'NOT_WHOLE', sentence: `${shown} is no whole number.` };
  if (/^\d+\s*(?:\/|of|von|sur|de)\s*\d+$/i.test(text)) {
    return { code: 'SCORE_OF_SCALE', sentence: `${shown} names a scale of its own; write the score alone.` };
  }
  if (/^\d+\s*(?:[-–—]|to|bis|\.\.+|…)\s*\d+$/i.test(text)) {
    return { code: 'SCORE_RANGE', sentence: `${shown} is a range, not one answer.` };
  }
  return {
    code: 'NOT_A_NUMBER',
    sentence: `${shown} is no number from ${low} to ${high}. If it means “no answer”, declare it blank.`,
  };
}
