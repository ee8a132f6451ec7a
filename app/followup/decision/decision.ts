import { z } from 'zod';

export const VERDICTS = ['do', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_WORDS = { do: 'We do it', no: 'We do not' } as const satisfies Record<Verdict, string>;

const line = z.string().trim();

/** A decision as it is made. Once made it never changes: another one can be made after it. */
export const NewDecision = z
  .object({
    verdict: z.enum(VERDICTS, { error: 'Say whether it is done or not.' }),
    what: line.min(1, 'Say in a sentence what is decided.').max(300, 'Keep it under 300 characters.'),
    because: line.max(1000, 'Keep it under 1000 characters.'),
    personaIds: z.array(z.string()).min(1, 'Name whom it answers: at least one persona.'),
    followUpIds: z.array(z.string()).max(200, 'At most 200 follow-ups at once.'),
    /** Themes that it groups; left out where it groups none. */
    themeIds: z.array(z.string()).max(50, 'At most 50 themes at once.').optional(),
  })
  .refine(({ verdict, because }) => verdict === 'do' || because !== '', {
    path: ['because'],
    error: 'Say why not: a no without its reason is no answer.',
  });
export type NewDecision = z.infer<typeof NewDecision>;

export interface Decision {
  id: string;
  programmeId: string;
  verdict: Verdict;
  what: string;
  /** Null where it is done and nobody said why. */
  because: string | null;
  /** A member's name; null for a key of the API. */
  byName: string | null;
  /** ms */
  decidedAt: number;
  personaIds: string[];
  followUps: { id: string; what: string }[];
  themes: { id: string; name: string }[];
}

/** The two halves of a letter, as decisions for one persona begin it. */
export function letterFrom(decisions: readonly Decision[]): { willDo: string; willNot: string } {
  const lines = (verdict: Verdict) =>
    decisions
      .filter((one) => one.verdict === verdict)
      .map(({ what, because }) => `- ${sayOne(what, because)}`);
  return { willDo: lines('do').join('\n'), willNot: lines('no').join('\n') };
}

function sayOne(what: string, because: string | null): string {
  const said = /[.!?]$/.test(what) ? what : `${what}.`;
  return because ? `${said} ${because}` : said;
}
