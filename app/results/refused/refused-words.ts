import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import { formatList } from '#app/results/display.ts';

export interface RefusedFigure {
  /** In lane order; empty where no persona was named. */
  personas: readonly Pick<PersonaLabel, 'name' | 'plural'>[];
  /** The name of the wave, null where it is gone. */
  wave: string | null;
}

/** What was wanted, in a noun phrase, and what there is in its place. */
export interface RefusedWords {
  what: string;
  instead: string;
}

/** Of what else is refused, by its code. */
const WORDS: Record<string, RefusedWords> = {
  PERSONA_REQUIRED: {
    what: 'Asking people whose role nobody has confirmed',
    instead: 'Give them a role first; the piles before a send list who has none.',
  },
  STALE_ROLE: {
    what: 'Asking people whose role was confirmed too long ago',
    instead: 'Confirm the role, or let their first question ask for it.',
  },
  QUESTION_SET_MISMATCH: {
    what: 'Asking one persona the questions of another',
    instead: 'Copy the survey for the other persona and rewrite what does not fit it.',
  },
  PURPOSE_MISSING: {
    what: 'Asking without saying why',
    instead: 'Write the purpose of that persona: what is not known, and what it would change.',
  },
  ACTION_DEBT: {
    what: 'Asking again before those who answered were told what came of it',
    instead: 'Tell them, decline with a reason, or shut the programme.',
  },
  MAIL_NOT_READY: {
    what: 'Sending to very many from an address whose records are not in order',
    instead: 'Publish the records that the mail settings name, or have an admin give their word.',
  },
  PERSONA_GENERIC: {
    what: 'A persona whose name says nothing about what people do',
    instead: 'A name and one sentence that would let a stranger sort a person into it or out of it.',
  },
};

/** Of what one code refuses in several places, by what was asked. */
const ASKED: Record<string, RefusedWords> = {
  'accounts sorted by score': {
    what: 'Accounts in the order of their scores',
    instead: 'In the order of one persona’s scores, or by who was heard, the widest gap or the renewal.',
  },
};

/** A figure over several personas, or without any: in words of the asker's, with whose they were. */
export function sayFigure({ personas, wave }: RefusedFigure): RefusedWords {
  const where = wave === null ? '' : `, ${wave}`;
  const instead = 'Each persona’s own figure, and the gap between them.';
  if (personas.length === 0) return { what: `A figure without saying whose${where}`, instead };
  const names = personas.map(({ plural }) => inSentence(plural));
  if (names.length === 1) return { what: `A figure of ${names[0]} and others in one${where}`, instead };
  return { what: `One figure over ${formatList(names)}${where}`, instead };
}

/** Whatever has no words of its own says its code, which is explained among the problems of the API. */
export function sayRefused(code: string, asked: string): RefusedWords {
  return ASKED[asked] ?? WORDS[code] ?? { what: code, instead: 'What the message said that went with it.' };
}
