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
  EXPORT_IN_CONFIDENCE: {
    what: 'Files of single answers that were given in confidence',
    instead: 'The figures of each persona, as files too; single answers leave the house for nobody.',
  },
  EXPORT_BEFORE_CLOSE: {
    what: 'Files of unlinkable answers while more come in',
    instead: 'The figures of each persona now, and a line for each answer once the wave is closed.',
  },
  WAVES_APART: {
    what: 'What changed between two waves of which nothing can be said',
    instead: 'Each wave by itself, or with an earlier one of its programme that asked people by name.',
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
  picture: {
    what: 'One picture of several personas, or of nobody’s',
    instead: 'A picture of each persona’s own lane, named in its address.',
  },
  'assign role': {
    what: 'A role without a persona',
    instead: 'Say which persona it is, or leave the person without a role until somebody knows.',
  },
  'list moments': {
    what: 'Moments without saying whose',
    instead: 'The moments of one persona, named in the request.',
  },
  'create moment': {
    what: 'A moment of nobody’s',
    instead: 'A moment of one persona; where two live through it, one of each.',
  },
  'record touch': {
    what: 'A touch at a moment without saying whose',
    instead: 'The persona in whose role the person lived through it.',
  },
};

const THEMES: RefusedWords = {
  what: 'Themes in one order over all personas',
  instead: 'The list of each persona, in its own order.',
};

/** Words that hold for one thing asked, whichever wave it was asked of. */
function wordsOf(asked: string): RefusedWords | undefined {
  if (asked.startsWith('{"themes":')) return THEMES;
  return Object.hasOwn(ASKED, asked) ? ASKED[asked] : undefined;
}

/** A figure over several personas, or without any: in words of the asker's, with whose they were. */
export function sayFigure({ personas, wave }: RefusedFigure): RefusedWords {
  const where = wave === null ? '' : `, ${wave}`;
  const instead = 'Each persona’s own figure, and the gap between them.';
  if (personas.length === 0) return { what: `A figure without saying whose${where}`, instead };
  const names = personas.map(({ plural }) => inSentence(plural));
  if (names.length === 1) return { what: `A figure of ${names[0]} and others in one${where}`, instead };
  return { what: `One figure over ${formatList(names)}${where}`, instead };
}

/** A mean, weights or an index over personas. */
export function sayMixture(wave: string | null): RefusedWords {
  return {
    what: `One number made of several personas’ numbers${wave === null ? '' : `, ${wave}`}`,
    instead: 'Each persona’s own figure, and the lowest or the widest gap with its names.',
  };
}

/** Whatever has no words of its own says its code, which is explained among the problems of the API. */
export function sayRefused(code: string, asked: string): RefusedWords {
  return wordsOf(asked) ?? WORDS[code] ?? { what: code, instead: 'What the message said that went with it.' };
}
