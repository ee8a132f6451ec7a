import {
  type ForeignElement,
  refused,
  type Said,
  type Taken,
  type TakenLine,
  taken,
  told,
} from './foreign.ts';
import { OTHER } from './shared.ts';

/** Choices as another product offers them. */
interface ForeignChoices {
  lines: TakenLine[];
  other: TakenLine | null;
  shuffle: boolean;
  pinLast: boolean;
  /** The last of several that can be ticked clears the others. */
  loneLast: boolean;
  changed: string[];
}

const PICTURES = 'Its pictures are left out; the words beside them stay.';

/** Choices of SurveyJS: its "other" and "none" stand beside the list. */
export function surveyJsChoices(element: ForeignElement): ForeignChoices {
  const isOn = (...names: string[]) => names.some((name) => element.isOn(name));
  const none = isOn('hasNone', 'showNoneItem');
  const order = element.text('choicesOrder');
  const listed = element.lines('choices');
  return {
    lines: none ? [...listed, lineOf('none', element.said('noneText'), 'None')] : listed,
    other: isOn('hasOther', 'showOtherItem') ? lineOf('other', element.said('otherText'), 'Other') : null,
    shuffle: order === 'random',
    pinLast: none,
    loneLast: none,
    changed: told(
      [isOn('hasSelectAll', 'showSelectAllItem'), '“Select all” is left out.'],
      [order === 'asc' || order === 'desc', 'Its choices stand in the order of the file, not sorted.'],
      [element.type === 'imagepicker', PICTURES],
    ),
  };
}

/** Choices of a QSF file: one that takes a text is "other". */
export function qualtricsChoices(element: ForeignElement): ForeignChoices {
  const all = element.lines('Choices');
  const writable = all.filter(({ theirs }) => element.isOn(`Choices.${theirs}.TextEntry`));
  const other = writable.at(-1) ?? null;
  const lines = all.filter((line) => line !== other);
  const lone = all.filter(({ theirs }) => element.isOn(`Choices.${theirs}.ExclusiveAnswer`));
  const isLastAlone = lone.length === 1 && lone[0] === lines.at(-1);
  return {
    lines,
    other,
    shuffle: ['All', 'ScaleReversal', 'Advanced', 'Subset'].includes(element.text('Randomization.Type')),
    pinLast: false,
    loneLast: isLastAlone,
    changed: told(
      [writable.length > 1, 'Only its last choice with room to write keeps that room.'],
      [element.has('Randomization.Advanced'), 'Its own rules of random order become a random order of all.'],
      [
        lone.length > 0 && !isLastAlone,
        'Only the last choice can clear the others here; those that did clear nothing.',
      ],
      [
        all.some(({ theirs }) => element.has(`Choices.${theirs}.DisplayLogic`)),
        'All its choices are always shown.',
      ],
      [all.some(({ theirs }) => element.has(`Choices.${theirs}.Image`)), PICTURES],
    ),
  };
}

/** Choices of Formbricks: the one whose id is `other` takes a text. */
export function formbricksChoices(element: ForeignElement): ForeignChoices {
  const all = element.lines('choices');
  const other = all.find(({ theirs }) => theirs === 'other') ?? null;
  const order = element.text('shuffleOption');
  return {
    lines: all.filter((line) => line !== other),
    other,
    shuffle: order === 'all' || order === 'exceptLast',
    pinLast: order === 'exceptLast' && other === null,
    loneLast: false,
    changed: [],
  };
}

/** The parts that a single and a multiple choice share. */
export function takeChoices(
  { lines, other, shuffle, pinLast, changed }: ForeignChoices,
  parts: Readonly<Record<string, string | boolean>> = {},
): Taken {
  if (lines.length === 0 && other === null) return refused('Its choices are not in the file.');
  return taken(
    { ...parts, options: lines, shuffle, pinLast, ...(other ? { other: other.label } : {}) },
    { changed, values: other ? [[other.theirs, OTHER]] : [] },
  );
}

/** One box to tick and nothing else: that is a consent, not a choice of several. */
export function isLoneBox({ lines, other }: ForeignChoices): boolean {
  return lines.length === 1 && other === null;
}

/** Why the choices of a SurveyJS question cannot come in; null where they can. */
export function refusedChoices(element: ForeignElement): Taken | null {
  if (element.has('choicesByUrl')) return refused('Its choices are fetched from a web address.');
  if (element.has('choicesFromQuestion')) return refused('Its choices come from another question.');
  return null;
}

function lineOf(theirs: string, label: Said, fallback: string): TakenLine {
  return { theirs, label: label.text === '' ? { ...label, text: fallback } : label };
}
