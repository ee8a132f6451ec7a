import type { PersonaLabel } from '#app/persona/persona.ts';
import type { Scale } from '../question/room.ts';
import { wordingKey } from '../wording-key.ts';

/** A question as it stands in the newest words of a survey. */
export interface AskedQuestion {
  key: string;
  /** From 1. */
  number: number;
  concept: string;
  wording: string;
  /** In words, such as `0 to 10`. */
  kindWords: string;
  /** Null while it is not complete. */
  scale: Scale | null;
}

/** What one persona is asked in one survey: its draft, which reads like the newest version or goes on from it. */
export interface AskedSurvey {
  surveyId: string;
  name: string;
  persona: PersonaLabel;
  /** `v3`, or `draft of v4` where something changed since, or nothing was published yet. */
  version: string;
  questions: AskedQuestion[];
}

/** Two questions are of one concept if it reads the same, case and blanks aside. */
export function conceptKey(concept: string): string {
  return wordingKey(concept);
}

export interface AskedCell extends AskedQuestion {
  surveyId: string;
  surveyName: string;
  version: string;
}

export interface ComparedRow {
  concept: string;
  /** By persona id; a persona that is not in it is not asked. */
  cells: Record<string, AskedCell[]>;
  /** How many personas are asked. */
  personas: number;
}

/** What is asked of whom, by concept: first what is asked of several, in the order in which it is first asked. */
export function compareAsked(surveys: readonly AskedSurvey[]): ComparedRow[] {
  const rows = new Map<string, ComparedRow>();
  for (const { persona, surveyId, name: surveyName, version, questions } of surveys)
    for (const question of questions) {
      const key = conceptKey(question.concept) || ` ${surveyId} ${question.key}`;
      const row = rows.get(key) ?? { concept: question.concept, cells: {}, personas: 0 };
      const cell = { ...question, surveyId, surveyName, version };
      row.personas += row.cells[persona.id] ? 0 : 1;
      row.cells[persona.id] = [...(row.cells[persona.id] ?? []), cell];
      rows.set(key, row);
    }
  const all = [...rows.values()];
  return [...all.filter(({ personas }) => personas > 1), ...all.filter(({ personas }) => personas < 2)];
}

/** What a figure of one may say beside a figure of another: never one series, and a gap only on one scale. */
export type Twinship = 'same_words' | 'other_words' | 'other_scale' | 'unfinished';

export function twinshipOf(questions: readonly Pick<AskedQuestion, 'wording' | 'scale'>[]): Twinship {
  if (questions.some(({ scale }) => scale === null)) return 'unfinished';
  if (new Set(questions.map(({ scale }) => scale)).size > 1) return 'other_scale';
  return new Set(questions.map(({ wording }) => wordingKey(wording))).size > 1 ? 'other_words' : 'same_words';
}

export const TWINSHIP_WORDS = {
  same_words: 'They read the same and are still counted apart.',
  other_words: 'A gap between them will say “asked in different words”.',
  other_scale: 'Their scales differ: answers stand side by side, without a gap.',
  unfinished: 'One of them is not complete yet.',
} as const satisfies Record<Twinship, string>;

const SCALE_WORDS: Partial<Record<Scale, string>> = {
  ltr_0_10: '0 to 10',
  other_0_10: '0 to 10',
  csat_1_5: 'Satisfaction, 1 to 5',
  ces_1_7: 'Effort, 1 to 7',
  rating_1_5: '1 to 5',
  rating_1_7: '1 to 7',
};

/** A scale of numbers in words; null for what its kind says as well. */
export function sayScale(scale: Scale | null): string | null {
  return (scale && SCALE_WORDS[scale]) ?? null;
}

/** A question of another persona of the same programme. */
export interface Twin extends AskedQuestion {
  surveyId: string;
  surveyName: string;
  persona: PersonaLabel;
  version: string;
}

/** The questions of other personas that are about the same. */
export function twinsOf(others: readonly Twin[], concept: string): Twin[] {
  const key = conceptKey(concept);
  return key === '' ? [] : others.filter((other) => conceptKey(other.concept) === key);
}
