import { type Foreign, type ForeignElement, type Taken, taken, told, typed } from '../foreign.ts';
import { LONGEST_TEXT } from '../given.ts';

type Check = 'none' | 'email' | 'url' | 'phone';

const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['email', 'email'],
  ['url', 'url'],
  ['tel', 'phone'],
  ['phone', 'phone'],
  ['ValidEmail', 'email'],
  ['ValidUSPhone', 'phone'],
]);

/** Their checks that make a number or a day of it: kinds of their own. */
const OTHER_KINDS = new Set(['number', 'range', 'date', 'datetime-local', 'ValidNumber', 'ValidDate']);

const UNCHECKED = 'What is written is not checked as it was; any text is taken.';

const QUALTRICS = new Set(['TE/SL', 'TE/ML', 'TE/ESTB', 'TE/PW']);

function take(size: 'line' | 'area', check: string, longest: number | null): Taken | null {
  if (OTHER_KINDS.has(check)) return null;
  const known = CHECKS.get(check) ?? 'none';
  const isUnknown = known === 'none' && check !== '' && check !== 'text';
  const most = longest !== null && longest >= 1 ? Math.min(Math.trunc(longest), LONGEST_TEXT) : null;
  return taken(
    { size: known === 'none' ? size : 'line', check: known, longest: typed(most) },
    { changed: told([isUnknown, UNCHECKED]) },
  );
}

export const foreign: Foreign = {
  surveyjs(element) {
    const longest = element.number('maxLength');
    if (element.type === 'comment') return take('area', '', longest);
    return element.type === 'text' ? take('line', element.text('inputType'), longest) : null;
  },
  qualtrics(element) {
    if (!QUALTRICS.has(element.type)) return null;
    const settings = 'Validation.Settings';
    const size = element.type === 'TE/ML' || element.type === 'TE/ESTB' ? 'area' : 'line';
    const longest = element.number(`${settings}.MaxChars`) ?? element.number(`${settings}.TotalChars`);
    return take(size, element.text(`${settings}.ContentType`), longest);
  },
  formbricks(element) {
    if (element.type !== 'openText') return null;
    return take(element.isOn('longAnswer') ? 'area' : 'line', element.text('inputType'), charLimit(element));
  },
};

function charLimit(element: ForeignElement): number | null {
  return element.isOn('charLimit.enabled') ? element.number('charLimit.max') : null;
}
