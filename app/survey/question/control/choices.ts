import { type Html, html } from '#app/platform/html.ts';
import type { AnswerValue, Given, ReadAnswer } from '../given.ts';
import { answered, BLANK, fault, givenOf, LONGEST_TEXT, readText } from '../given.ts';
import type { Part } from '../part.ts';
import type { Drawing } from '../room.ts';
import { type Option, OTHER } from '../shared.ts';
import { checked } from './scale.ts';
import { shuffled } from './shuffle.ts';

/** A list of choices, with "other" and an order of its own for each respondent where that is wanted. */
export interface Choices {
  key: string;
  options: readonly Option[];
  other?: string | undefined;
  shuffle?: boolean | undefined;
  /** The last choice stays last, such as "None of these". */
  pinLast?: boolean | undefined;
  /** The last choice goes with no other, and stays last. */
  loneLast?: boolean | undefined;
}

export const MOST_OPTIONS = 50;

/** The builder fields of a kind with choices. */
export const CHOICE_PARTS = [
  {
    name: 'options',
    control: 'lines',
    label: 'Choices',
    one: 'Choice',
    letter: 'o',
    least: 2,
    most: MOST_OPTIONS,
  },
  {
    name: 'other',
    control: 'text',
    label: 'Another choice with room to write',
    help: 'Such as “Something else”. Left empty, there is none.',
    most: 60,
    optional: true,
    translatable: true,
  },
  { name: 'shuffle', control: 'flag', label: 'In a different order for each person' },
  {
    name: 'pinLast',
    control: 'flag',
    label: 'The last choice stays last',
    help: 'For “None of these”.',
  },
] as const satisfies readonly Part[];

export function optionsInOrder({ options, shuffle, pinLast, loneLast }: Choices, seed: string): Option[] {
  if (!shuffle) return [...options];
  const fixed = pinLast || loneLast ? options.slice(-1) : [];
  return [...shuffled(options.slice(0, options.length - fixed.length), seed), ...fixed];
}

export function choicesControl(question: Choices, type: 'radio' | 'checkbox', drawing: Drawing): Html {
  const { key, other } = question;
  const lone = loneOf(question)?.key;
  const chosen = givenOf(drawing.given, key);
  const [written = ''] = drawing.given.get(`${key}.other`) ?? [];
  return html`<div class="opts">${optionsInOrder(question, `${drawing.seed} ${key}`).map((option) =>
    optionLine(key, type, option, { isChosen: chosen.includes(option.key), isLone: option.key === lone }),
  )}${
    other
      ? html`${optionLine(key, type, { key: OTHER, label: other }, { isChosen: chosen.includes(OTHER) })}<input class="line other" type="text" name="${key}.other" value="${written}" aria-label="${other}" maxlength="${LONGEST_TEXT}">`
      : null
  }</div>`;
}

export function optionLine(
  name: string,
  type: string,
  { key, label }: Option,
  { isChosen, isLone = false }: { isChosen: boolean; isLone?: boolean },
): Html {
  const lone = isLone ? html` data-lone` : null;
  return html`<label class="opt"><input type="${type}" name="${name}" value="${key}"${lone}${checked(isChosen)}>${label}</label>`;
}

/** The choice that goes with no other. */
export function loneOf({ options, loneLast }: Pick<Choices, 'options' | 'loneLast'>): Option | undefined {
  return loneLast ? options.at(-1) : undefined;
}

/** Reads ticks; a text written beside "other" chooses it, because that is what the writer meant. */
export function readChoices(question: Choices, given: Given, several: boolean): ReadAnswer {
  const known = new Set([...question.options.map(({ key }) => key), ...(question.other ? [OTHER] : [])]);
  const [written] = question.other ? givenOf(given, `${question.key}.other`) : [];
  const ticked = givenOf(given, question.key);
  const meant = written && (several || ticked.length === 0) ? [...ticked, OTHER] : ticked;
  const choices = [...new Set(meant)];
  if (choices.length === 0) return BLANK;
  if (!several && choices.length > 1) return fault('fault.one');
  if (!choices.every((choice) => known.has(choice))) return fault('fault.shown');
  if (!choices.includes(OTHER)) return answered({ choices });
  if (!written) return fault('fault.other', { other: question.other ?? '' });
  const read = readText(written);
  return read.kind === 'answered' ? answered({ choices, verbatim: written }) : read;
}

/** The choices that can be counted, "other" among them. */
export function countedOptions({ options, other }: Pick<Choices, 'options' | 'other'>): Option[] {
  return other ? [...options, { key: OTHER, label: other }] : [...options];
}

/** A column for what was chosen and, where there is another choice with room to write, one for what was written. */
export function choiceColumns({ other }: Pick<Choices, 'other'>, several: boolean) {
  const cell = (value: AnswerValue) => (value.choices ? value.choices.join(several ? '; ' : '') : null);
  const written = { suffix: 'other', cell: (value: AnswerValue) => value.verbatim ?? null };
  return [{ suffix: '', cell }, ...(other ? [written] : [])];
}
