import type { PersonaBase } from '#app/persona/persona.ts';
import { lengthOf } from '../length/length.ts';
import { FACTS, type Facts, fillIn } from '../logic/piping.ts';
import { roomOf } from '../question/rooms.ts';
import type { Question } from '../question.ts';
import { textsOf } from '../texts.ts';
import { OCCASION_WORDS, type Occasion } from './occasion.ts';
import type { PurposeHints } from './pack.ts';
import { occasionsFor } from './packs.ts';

/** A pack as somebody reads it before choosing it. */
export interface ShownPack {
  name: string;
  why: string;
  hints: PurposeHints;
  /** Seconds on the longest way through. */
  seconds: number;
  questions: ShownQuestion[];
}

export interface ShownQuestion {
  key: string;
  wording: string;
  kindWords: string;
  /** Choices, or the two ends of a scale. */
  labels: string[];
  /** Asked only after certain answers. */
  isBranch: boolean;
}

export interface ShownOccasion {
  occasion: Occasion;
  name: string;
  pack: ShownPack | null;
  whyNot: string | null;
}

const NOBODY = Object.fromEntries(Object.keys(FACTS).map((fact) => [fact, ''])) as Facts;

/** Every occasion for a base, with what can be said about its pack before anybody is known by name. */
export function showPacks(base: PersonaBase): ShownOccasion[] {
  return occasionsFor(base).map(({ occasion, pack, whyNot }) => ({
    ...{ occasion, name: OCCASION_WORDS[occasion].name, whyNot },
    pack: pack && {
      ...{ name: pack.name, why: pack.why, hints: pack.purposeHints },
      seconds: lengthOf(pack.set.questions).most,
      questions: pack.set.questions.map(show),
    },
  }));
}

function show(question: Question): ShownQuestion {
  const { key, wording, showIf } = question;
  const labels = textsOf({ intro: '', questions: [question] }).filter(({ role }) => role === 'label');
  return {
    key,
    wording: fillIn(wording, NOBODY, new Map(), new Map()),
    kindWords: roomOf(question).words.short,
    labels: labels.map(({ text }) => text),
    isBranch: showIf !== undefined,
  };
}
