import { roomOf } from '../question/rooms.ts';
import { addLine, changeQuestion, type Draft, linesOf, moveLine } from './draft.ts';

/** Moves a line of a question's list to a place, from 0; a place outside leaves it at the end it came to. */
export function moveLineTo(
  draft: Draft,
  key: string,
  { name, line, to }: { name: string; line: string; to: number },
): Draft {
  const question = draft.questions.find((one) => one.key === key);
  const from = question ? linesOf(question, name).findIndex((one) => one.key === line) : -1;
  const by = to < from ? -1 : 1;
  let moved = draft;
  for (let at = from; from >= 0 && at !== to; at += by) moved = moveLine(moved, key, name, line, by);
  return moved;
}

/**
 * Puts the first label into a line and the others after it, as many as the list may have: first into the blank lines that
 * follow, which wait for words, then into new ones.
 */
export function pasteLines(
  draft: Draft,
  key: string,
  { name, line, labels }: { name: string; line: string; labels: readonly string[] },
): { draft: Draft; focus: string } {
  const [first = '', ...rest] = labels;
  let made = labelLine(draft, key, name, line, first);
  let last = line;
  for (const label of rest) {
    const place = lineAfter(made, key, name, last);
    if (place === null) break;
    made = labelLine(place.draft, key, name, place.line, label);
    last = place.line;
  }
  return { draft: made, focus: `line-${last}` };
}

/** The blank line right after another, made where none is; null where the list is full. */
function lineAfter(
  draft: Draft,
  key: string,
  name: string,
  before: string,
): { draft: Draft; line: string } | null {
  const question = draft.questions.find((one) => one.key === key)!;
  const lines = linesOf(question, name);
  const next = lines[lines.findIndex((one) => one.key === before) + 1];
  if (next?.label.trim() === '') return { draft, line: next.key };
  const part = roomOf(question).parts.find((one) => one.name === name);
  if (part?.control !== 'lines' || lines.length >= part.most) return null;
  const made = addLine(draft, key, name);
  const line = linesOf(made.questions.find((one) => one.key === key)!, name).at(-1)!.key;
  return { draft: placeAfter(made, key, name, line, before), line };
}

function labelLine(draft: Draft, key: string, name: string, line: string, label: string): Draft {
  return changeQuestion(draft, key, (question) => {
    const lines = linesOf(question, name).map((one) =>
      one.key === line ? { ...one, label: label.slice(0, 200) } : one,
    );
    return { ...question, parts: { ...question.parts, [name]: lines } };
  });
}

function placeAfter(draft: Draft, key: string, name: string, line: string, before: string): Draft {
  return changeQuestion(draft, key, (question) => {
    const lines = linesOf(question, name);
    const moving = lines.find((one) => one.key === line)!;
    const rest = lines.filter((one) => one !== moving);
    const at = rest.findIndex((one) => one.key === before) + 1;
    return { ...question, parts: { ...question.parts, [name]: rest.toSpliced(at, 0, moving) } };
  });
}
