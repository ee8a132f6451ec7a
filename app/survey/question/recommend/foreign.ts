import { type Foreign, type ForeignElement, type Taken, taken, told } from '../foreign.ts';
import {
  asksToRecommend,
  type ForeignScale,
  formbricksScale,
  qualtricsScale,
  surveyJsScale,
} from '../foreign-scale.ts';

/** Only 0 to 10, and only where the words ask how likely they are to recommend: nothing else is ever an NPS. */
function take(element: ForeignElement, scale: ForeignScale | null): Taken | null {
  if (scale?.low !== 0 || scale.high !== 10 || !asksToRecommend(element.wording)) return null;
  const hasWords = scale.lowWords.text !== '' || scale.highWords.text !== '';
  return taken(
    {},
    { changed: told([hasWords, 'Its ends read “not at all likely” and “very likely”, as everywhere here.']) },
  );
}

export const foreign: Foreign = {
  surveyjs: (element) => take(element, surveyJsScale(element)),
  qualtrics: (element) => take(element, qualtricsScale(element)),
  formbricks: (element) => take(element, formbricksScale(element)),
};
