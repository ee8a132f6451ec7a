import { asQuestion } from '../draft/check-draft.ts';
import type { Draft } from '../draft/draft.ts';
import type { Part } from '../question/part.ts';
import { roomOf } from '../question/rooms.ts';
import type { Question, QuestionSet } from '../question.ts';
import { type PlacedText, partOf, textsOf } from '../texts.ts';

/** A text to be translated: where it stands, in words too, and how long it may be there. */
export interface Original extends PlacedText {
  /** `Question 3, choice 2`. */
  where: string;
  /** Characters that its place has room for. */
  room: number;
}

const ROOM_AROUND = 600;
const ROOM = { wording: 500, help: 300 } as const;
const ROOM_OF_LINE = 200;

/** Every text of a draft as a respondent would read it, also while the draft is not complete. */
export function originalsOf(draft: Draft): Original[] {
  // Only the texts are read, so a question may lack what it needs to be frozen.
  const questions = draft.questions.map(asQuestion) as Question[];
  return originalsOfSet({ intro: draft.intro, closing: draft.closing, questions });
}

export function originalsOfSet(set: QuestionSet): Original[] {
  const numbers = new Map(set.questions.map((question, index) => [question.key, { question, index }]));
  return textsOf(set).map((placed) => {
    const text = placed.text.trim();
    const [key = '', name = '', line] = placed.place.split('.');
    const found = numbers.get(key);
    if (!found) return { ...placed, text, where: AROUND[key] ?? key, room: ROOM_AROUND };
    return { ...placed, text, ...describe(found.question, found.index + 1, name, line) };
  });
}

const AROUND: Record<string, string> = { intro: 'Before the questions', closing: 'After the questions' };

function describe(
  question: Question,
  number: number,
  name: string,
  line: string | undefined,
): Pick<Original, 'where' | 'room'> {
  const start = `Question ${number}`;
  if (name === 'wording') return { where: start, room: ROOM.wording };
  if (name === 'help') return { where: `${start}, the line under it`, room: ROOM.help };
  const part = roomOf(question).parts.find((one) => one.name === name);
  if (!part) return { where: start, room: ROOM_OF_LINE };
  return { where: `${start}, ${sayPart(question, part, line)}`, room: roomIn(part) };
}

function sayPart(question: Question, part: Part, line: string | undefined): string {
  if (part.control !== 'lines') return lowerFirst(part.label);
  const lines = partOf(question, part.name);
  const at = Array.isArray(lines) ? lines.findIndex(({ key }) => key === line) : -1;
  return `${part.one.toLowerCase()} ${at + 1}`;
}

function roomIn(part: Part): number {
  return part.control === 'text' ? part.most : ROOM_OF_LINE;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
