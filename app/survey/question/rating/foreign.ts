import { type Foreign, type Taken, taken, told } from '../foreign.ts';
import {
  DRAWN,
  type ForeignScale,
  formbricksScale,
  qualtricsScale,
  surveyJsScale,
} from '../foreign-scale.ts';

/** The two ends as parts, and what to do about blank ones. */
export function takeScale(
  { lowWords, highWords, drawn }: ForeignScale,
  parts: Record<string, string> = {},
): Taken {
  const isBare = lowWords.text === '' || highWords.text === '';
  const changed = told(
    [drawn, DRAWN],
    [isBare, 'Its ends have no words; say what the lowest and the highest number mean.'],
  );
  return taken({ ...parts, low: lowWords, high: highWords }, { changed });
}

function take(scale: ForeignScale | null): Taken | null {
  if (scale?.low !== 1 || (scale.high !== 5 && scale.high !== 7)) return null;
  return takeScale(scale, { points: String(scale.high) });
}

export const foreign: Foreign = {
  surveyjs: (element) => take(surveyJsScale(element)),
  qualtrics: (element) => take(qualtricsScale(element)),
  /** Satisfaction and effort have kinds of their own; on another number of points they are ratings all the same. */
  formbricks(element) {
    const scale = formbricksScale(element);
    const isOwn =
      (element.type === 'csat' && scale?.high === 5) || (element.type === 'ces' && scale?.high === 7);
    return isOwn ? null : take(scale);
  },
};
