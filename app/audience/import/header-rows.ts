import { trimCell } from './cell-text.ts';

/** Words a survey tool writes in its second row of names where the question above has nothing to add. */
const NOTHING_TO_ADD = new Set([
  'response',
  'open-ended response',
  'open ended response',
  'antwort',
  'réponse',
  'respuesta',
]);

/**
 * Survey exports (SurveyMonkey and its kin) spread a question over several columns: the question stands above the
 * first of them, the choices stand in a second row. That row is a row of names, not of answers.
 */
export function hasSecondHeaderRow(first: readonly string[], second: readonly string[]): boolean {
  const says = (cell: string | undefined) => NOTHING_TO_ADD.has(trimCell(cell ?? '').toLowerCase());
  if (!second.some(says)) return false;
  return first.every((name, at) => trimCell(name) !== '' || trimCell(second[at] ?? '') !== '');
}

/** One name for each column: the question, and after a colon the choice, when the second row has one. */
export function joinHeaderRows(first: readonly string[], second: readonly string[]): string[] {
  let question = '';
  return first.map((name, at) => {
    question = trimCell(name) || question;
    const choice = trimCell(second[at] ?? '');
    if (choice === '' || NOTHING_TO_ADD.has(choice.toLowerCase())) return question;
    return question === '' ? choice : `${question}: ${choice}`;
  });
}
