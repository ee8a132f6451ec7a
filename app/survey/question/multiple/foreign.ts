import { type Foreign, type ForeignElement, typed } from '../foreign.ts';
import {
  formbricksChoices,
  isLoneBox,
  qualtricsChoices,
  refusedChoices,
  surveyJsChoices,
  takeChoices,
} from '../foreign-choices.ts';

const SURVEYJS = new Set(['checkbox', 'tagbox']);
const QUALTRICS = new Set(['MC/MAVR', 'MC/MAHR', 'MC/MACOL', 'MC/MSB']);

export const foreign: Foreign = {
  surveyjs(element) {
    const isSeveral =
      SURVEYJS.has(element.type) || (element.type === 'imagepicker' && element.isOn('multiSelect'));
    if (!isSeveral) return null;
    const why = refusedChoices(element);
    if (why) return why;
    const choices = surveyJsChoices(element);
    if (isLoneBox(choices)) return null;
    const counted = bounds(element, 'minSelectedChoices', 'maxSelectedChoices');
    return takeChoices(choices, { ...counted, loneLast: choices.loneLast });
  },
  qualtrics(element) {
    if (!QUALTRICS.has(element.type)) return null;
    const choices = qualtricsChoices(element);
    const settings = 'Validation.Settings';
    return isLoneBox(choices)
      ? null
      : takeChoices(choices, {
          ...bounds(element, `${settings}.MinChoices`, `${settings}.MaxChoices`),
          loneLast: choices.loneLast,
        });
  },
  formbricks: (element) =>
    element.type === 'multipleChoiceMulti' ? takeChoices(formbricksChoices(element)) : null,
};

function bounds(element: ForeignElement, least: string, most: string) {
  const count = (path: string) => {
    const number = element.number(path);
    return typed(number !== null && number >= 1 ? Math.trunc(number) : null);
  };
  return { atLeast: count(least), atMost: count(most) };
}
