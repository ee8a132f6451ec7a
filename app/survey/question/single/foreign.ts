import { type Foreign, type ForeignElement, type Said, type Taken, taken } from '../foreign.ts';
import {
  formbricksChoices,
  qualtricsChoices,
  refusedChoices,
  surveyJsChoices,
  takeChoices,
} from '../foreign-choices.ts';

const SURVEYJS = new Set(['radiogroup', 'dropdown', 'buttongroup']);
const QUALTRICS = new Set(['MC/SAVR', 'MC/SAHR', 'MC/SACOL', 'MC/DL', 'MC/SB']);

export const foreign: Foreign = {
  surveyjs(element) {
    if (element.type === 'boolean') return takeYesNo(element);
    if (element.type === 'rating') return takeMarks(element);
    const isOne =
      SURVEYJS.has(element.type) || (element.type === 'imagepicker' && !element.isOn('multiSelect'));
    return isOne ? (refusedChoices(element) ?? takeChoices(surveyJsChoices(element))) : null;
  },
  qualtrics: (element) => (QUALTRICS.has(element.type) ? takeChoices(qualtricsChoices(element)) : null),
  formbricks: (element) =>
    element.type === 'multipleChoiceSingle' ? takeChoices(formbricksChoices(element)) : null,
};

function takeYesNo(element: ForeignElement): Taken {
  const worded = (path: string, fallback: string): Said => {
    const said = element.said(path);
    return said.text === '' ? { ...said, text: fallback } : said;
  };
  return taken({
    options: [
      { theirs: element.text('valueTrue') || 'true', label: worded('labelTrue', 'Yes') },
      { theirs: element.text('valueFalse') || 'false', label: worded('labelFalse', 'No') },
    ],
  });
}

/** A rating whose marks have words of their own is a choice between these words. */
function takeMarks(element: ForeignElement): Taken | null {
  const marks = element.lines('rateValues');
  const hasWords = marks.some(({ theirs, label }) => label.text !== theirs);
  if (!hasWords) return null;
  return taken(
    { options: marks },
    { changed: ['Its marks have words, so it becomes a choice between them.'] },
  );
}
