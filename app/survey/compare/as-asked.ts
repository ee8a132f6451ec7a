import { readQuestion } from '../draft/check-draft.ts';
import type { DraftQuestion } from '../draft/draft.ts';
import { roomOf } from '../question/rooms.ts';
import { scaleOf } from '../question.ts';
import { type AskedQuestion, sayScale } from './asked.ts';

/** A question as it stands beside those of other personas; null for what takes no answer. @param number from 1. */
export function asAsked(question: DraftQuestion, number: number): AskedQuestion | null {
  if (!roomOf(question).asks) return null;
  const whole = readQuestion(question);
  const scale = whole ? scaleOf(whole) : null;
  const { key, concept, wording } = question;
  return { key, number, concept, wording, kindWords: sayScale(scale) ?? roomOf(question).words.short, scale };
}
