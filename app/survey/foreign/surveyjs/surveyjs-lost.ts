import { hasAt, type Loose } from '../own.ts';

/** What a question of SurveyJS may have and ours cannot, by the name of the property. Mere looks are not in it. */
const OF_QUESTION: readonly (readonly [property: string, sentence: string])[] = [
  ['requiredIf', 'It is never required under a condition: it is required, or it is not.'],
  ['enableIf', 'It is never locked by a condition.'],
  ['readOnly', 'It can be answered; it is not for reading only.'],
  ['defaultValue', 'No answer is filled in beforehand.'],
  ['defaultValueExpression', 'No answer is filled in beforehand.'],
  ['setValueExpression', 'No answer is computed from others.'],
  ['correctAnswer', 'There is no right answer, and nothing is scored.'],
  ['validators', 'Its own checks of the answer are left out.'],
  ['choicesVisibleIf', 'All its choices are always shown.'],
  ['choicesEnableIf', 'All its choices can always be chosen.'],
  ['rowsVisibleIf', 'All its rows are always shown.'],
  ['columnsVisibleIf', 'All its columns are always shown.'],
  ['hasComment', 'The box for a comment beside it is left out; add a text question.'],
  ['showCommentArea', 'The box for a comment beside it is left out; add a text question.'],
  ['imageLink', 'Its picture is left out.'],
  ['maxTimeToFinish', 'There is no time limit.'],
  ['timeLimit', 'There is no time limit.'],
];

const OF_SURVEY: readonly (readonly [property: string, sentence: string])[] = [
  ['triggers', 'Nothing is set, copied or ended by a trigger. A jump can end a survey early.'],
  ['calculatedValues', 'No values are computed from answers.'],
  ['completedHtmlOnCondition', 'One ending is read by everybody.'],
  ['navigateToUrl', 'Nobody is led to another site afterwards.'],
  ['navigateToUrlOnCondition', 'Nobody is led to another site afterwards.'],
  ['logo', 'The logo is left out.'],
  ['maxTimeToFinish', 'There is no time limit.'],
  ['timeLimit', 'There is no time limit.'],
  ['cookieName', 'An invitation counts once; no cookie is needed.'],
  ['quizMode', 'There is no right answer, and nothing is scored.'],
];

const SENTENCES_OF_TYPES: ReadonlyMap<string, string> = new Map([
  ['file', 'Files cannot be sent in.'],
  ['signaturepad', 'A signature cannot be drawn.'],
  ['image', 'Pictures cannot be shown.'],
  ['imagemap', 'Pictures cannot be shown.'],
  ['expression', 'Nothing is computed from answers.'],
  ['matrixdropdown', 'A grid takes one choice in a row. Ask its columns as questions of their own.'],
  ['matrixdynamic', 'A grid takes one choice in a row, and its rows are set.'],
  ['paneldynamic', 'Nothing is asked in a loop.'],
]);

export function lostOfQuestion(raw: Loose): string[] {
  return [
    ...new Set(OF_QUESTION.filter(([property]) => hasAt(raw, property)).map(([, sentence]) => sentence)),
  ];
}

export function lostOfSurvey(raw: Loose): { property: string; sentence: string }[] {
  return OF_SURVEY.filter(([property]) => hasAt(raw, property)).map(([property, sentence]) => ({
    property,
    sentence,
  }));
}

/** Why a whole type is left out; null where a kind of ours may take it. */
export function lostType(type: string): string | null {
  return SENTENCES_OF_TYPES.get(type) ?? null;
}
