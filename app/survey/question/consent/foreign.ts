import { type Foreign, type TakenLine, taken } from '../foreign.ts';
import { isLoneBox, qualtricsChoices, refusedChoices, surveyJsChoices } from '../foreign-choices.ts';

const LONE = 'It has one box to tick, so it becomes a consent.';

export const foreign: Foreign = {
  surveyjs(element) {
    if (element.type !== 'checkbox' || refusedChoices(element)) return null;
    const choices = surveyJsChoices(element);
    return isLoneBox(choices) ? takeBox(choices.lines[0]!) : null;
  },
  qualtrics(element) {
    if (!/^MC\/MA/.test(element.type)) return null;
    const choices = qualtricsChoices(element);
    return isLoneBox(choices) ? takeBox(choices.lines[0]!) : null;
  },
  formbricks: (element) =>
    element.type === 'consent'
      ? taken({ agree: element.said('label') }, { values: [['accepted', 'yes']] })
      : null,
};

function takeBox({ theirs, label }: TakenLine) {
  return taken({ agree: label }, { values: [[theirs, 'yes']], changed: [LONE] });
}
