import { type Html, html } from '#app/platform/html.ts';
import type { AnswerValue, Given, ReadAnswer } from '../given.ts';
import { answered, BLANK, fault, givenOf } from '../given.ts';
import type { Drawing } from '../room.ts';

/** A row of equal native radios, ascending; only the ends have words, and nothing has a colour. */
export function scaleControl(
  name: string,
  [low, high]: readonly [number, number],
  [lowWords, highWords]: readonly [string, string],
  { given }: Drawing,
): Html {
  const [chosen] = givenOf(given, name);
  const values = Array.from({ length: high - low + 1 }, (_, step) => String(low + step));
  return html`<div class="scale n${values.length}">${values.map(
    (value) =>
      html`<label><input type="radio" name="${name}" value="${value}"${checked(value === chosen)}><span>${value}</span></label>`,
  )}</div><p class="ends"><span>${low} ${lowWords}</span><span>${high} ${highWords}</span></p>`;
}

export function checked(yes: boolean): Html | null {
  return yes ? html` checked` : null;
}

/** Never clamps and never guesses: a number outside the scale is no answer. */
export function readScore(key: string, given: Given, low: number, high: number): ReadAnswer {
  const texts = givenOf(given, key);
  if (texts.length === 0) return BLANK;
  const [text = ''] = texts;
  const score = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (texts.length > 1 || !(score >= low && score <= high)) return fault('fault.score', { low, high });
  return answered({ score });
}

export function tallyScore(value: AnswerValue): string[] {
  return value.score === undefined ? [] : [String(value.score)];
}

export const SCORE_COLUMN = [{ suffix: '', cell: (value: AnswerValue) => value.score ?? null }];
