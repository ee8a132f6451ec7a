import { hasAt, type Loose, own, textAt } from '../own.ts';

/** What a question of a QSF file may have and ours cannot. */
const OF_QUESTION: readonly (readonly [path: string, sentence: string])[] = [
  ['QuestionJS', 'Its own script is left out.'],
  ['GradingData', 'Nothing is scored.'],
  ['DefaultChoices', 'No answer is filled in beforehand.'],
  ['RecodeValues', 'Recoded values are left out; an answer is kept as the choice it was.'],
  ['DynamicChoices', 'Choices carried over from another question are not in the file.'],
  ['Graphics', 'Its picture is left out.'],
];

const CUSTOM = 'Its own checks of the answer are left out.';

const OF_TYPES: ReadonlyMap<string, string> = new Map([
  ['FileUpload', 'Files cannot be sent in.'],
  ['Draw', 'A signature cannot be drawn.'],
  ['Captcha', 'No riddle is needed: an invitation holds a link of its own.'],
  ['Timing', 'No time is taken.'],
  ['Meta', 'Nothing is noted of the browser.'],
  ['HotSpot', 'Pictures cannot be shown.'],
  ['HeatMap', 'Pictures cannot be shown.'],
  ['Highlight', 'No words of a text can be marked.'],
  ['PGR', 'Things are not sorted into groups. Ask for an order, or for one choice each.'],
  ['SBS', 'A grid takes one choice in a row. Ask its columns as questions of their own.'],
  ['CS', 'Nothing is shared out to a sum. Ask for numbers, or for an order.'],
  ['DD', 'Lists that depend on each other are left out. Ask for one choice after another.'],
  ['TreeSelect', 'Lists that depend on each other are left out. Ask for one choice after another.'],
]);

export function lostOfQuestion(raw: Loose): string[] {
  const isScored =
    Array.isArray(own(raw, 'GradingData')) && (own(raw, 'GradingData') as unknown[]).length > 0;
  const sentences = OF_QUESTION.filter(([path]) =>
    path === 'GradingData' ? isScored : hasAt(raw, path),
  ).map(([, sentence]) => sentence);
  return textAt(raw, 'Validation.Settings.Type') === 'CustomValidation' ? [...sentences, CUSTOM] : sentences;
}

/** Why a whole type is left out; null where a kind of ours may take it. */
export function lostType(type: string, selector: string): string | null {
  if (type === 'DB' && selector === 'GRB') return 'Pictures cannot be shown.';
  return OF_TYPES.get(type) ?? null;
}

/** Parts of a file beside its questions, by what it calls them. */
export const LOST_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['QO', 'No quota stops anybody.'],
  ['PROJ', ''],
  ['TR', 'Mails and acts that an answer set off are left out. Follow-ups are made in Results.'],
  ['ML', 'Mails that an answer set off are left out.'],
]);
