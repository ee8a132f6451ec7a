import { type Foreign, type ForeignElement, taken, told } from '../foreign.ts';

const TIME = 'The time of day is left out; the day stays.';

export const foreign: Foreign = {
  surveyjs(element) {
    const input = element.text('inputType');
    if (element.type !== 'text' || (input !== 'date' && input !== 'datetime-local')) return null;
    return taken(
      { earliest: dayOf(element, 'min'), latest: dayOf(element, 'max') },
      { changed: told([input === 'datetime-local', TIME]) },
    );
  },
  qualtrics: (element) =>
    element.type.startsWith('TE/') && element.text('Validation.Settings.ContentType') === 'ValidDate'
      ? taken({})
      : null,
  formbricks: (element) => (element.type === 'date' ? taken({}) : null),
};

function dayOf(element: ForeignElement, path: string): string {
  return /^\d{4}-\d\d-\d\d/.exec(element.text(path))?.[0] ?? '';
}
