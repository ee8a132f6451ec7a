import { type Foreign, type ForeignElement, type Said, type Taken, taken, told, typed } from '../foreign.ts';
import {
  asksToRecommend,
  type ForeignScale,
  formbricksScale,
  qualtricsScale,
  surveyJsScale,
} from '../foreign-scale.ts';

/** A scale that is none of ours stays on its own numbers: an answer is never rescaled. */
function takeOddScale({ wording, type }: ForeignElement, scale: ForeignScale | null): Taken | null {
  if (!scale) return null;
  const { low, high, lowWords, highWords } = scale;
  const isCalledNps = /nps$/i.test(type) && !asksToRecommend(wording);
  const ends = [endWords(low, lowWords), endWords(high, highWords)].filter((words) => words !== '');
  const changed = [
    `It was asked on a scale of ${low} to ${high}, and comes in as a number from ${low} to ${high}.`,
    ...told(
      [isCalledNps, 'It is called NPS, but its words do not ask how likely they are to recommend.'],
      [ends.length > 0, `Say in its words what the ends mean: ${ends.join(', ')}.`],
    ),
  ];
  return taken({ least: typed(low), most: typed(high) }, { changed });
}

function endWords(end: number, { text }: Said): string {
  return text === '' ? '' : `${end} is “${text}”`;
}

const SLIDER = 'A slider becomes a field for the number: no answer is suggested by where a handle stands.';

export const foreign: Foreign = {
  surveyjs(element) {
    if (element.type === 'slider') return takeRange(element, 'min', 'max', [SLIDER]);
    if (element.type !== 'text') return takeOddScale(element, surveyJsScale(element));
    const input = element.text('inputType');
    if (input === 'range') return takeRange(element, 'min', 'max', [SLIDER]);
    return input === 'number' ? takeRange(element, 'min', 'max') : null;
  },
  qualtrics(element) {
    if (/^Slider\/H/.test(element.type))
      return takeRange(element, 'Configuration.CSSliderMin', 'Configuration.CSSliderMax', [SLIDER]);
    if (element.type.startsWith('TE/') && element.text('Validation.Settings.ContentType') === 'ValidNumber') {
      const bounds = 'Validation.Settings.ValidNumber';
      return takeRange(element, `${bounds}.Min`, `${bounds}.Max`);
    }
    return takeOddScale(element, qualtricsScale(element));
  },
  formbricks: (element) =>
    element.type === 'openText' && element.text('inputType') === 'number'
      ? takeRange(element, 'charLimit.none', 'charLimit.none')
      : takeOddScale(element, formbricksScale(element)),
};

function takeRange(element: ForeignElement, least: string, most: string, changed: string[] = []): Taken {
  return taken({ least: typed(element.number(least)), most: typed(element.number(most)) }, { changed });
}
