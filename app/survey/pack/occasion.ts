import type { PersonaBase } from '#app/persona/persona.ts';

/** When there is a reason to ask, in the order they are offered. */
export const OCCASIONS = [
  'relationship',
  'onboarding',
  'after_support',
  'before_renewal',
  'lost_deal',
  'advocate_ask',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

interface OccasionWords {
  name: string;
  /** In a sentence, after “No pack for …”. */
  inSentence: string;
  /** Why no pack of it is written for a base, in one sentence. A base that is not here has a pack. */
  notFor: Partial<Record<PersonaBase, string>>;
}

export const OCCASION_WORDS = {
  relationship: { name: 'Relationship', inSentence: 'the relationship', notFor: {} },
  onboarding: {
    name: 'Onboarding',
    inSentence: 'onboarding',
    notFor: {
      advocate: 'Advocates speak from experience. Somebody who has just begun has none to tell yet.',
    },
  },
  after_support: {
    name: 'After support',
    inSentence: 'after support',
    notFor: {
      buyer: 'Buyers rarely raise a request themselves. Ask those who did.',
      advocate: 'A request is raised by somebody at work, not by somebody who speaks about us.',
    },
  },
  before_renewal: {
    name: 'Before renewal',
    inSentence: 'before renewal',
    notFor: {
      advocate: 'Advocates do not decide on a renewal. Ask those who sign, advise or would go without.',
    },
  },
  lost_deal: {
    name: 'Lost deal',
    inSentence: 'a lost deal',
    notFor: {
      end_user: 'End-users rarely decide a lost deal, and most never tried what was on offer.',
      advocate: 'An advocate who spoke for us lost too. Call them; do not send them questions.',
    },
  },
  advocate_ask: {
    name: 'Advocate ask',
    inSentence: 'an advocate ask',
    notFor: {
      end_user:
        'Nobody is asked to speak for us before they do. First ask end-users about their working day.',
      influencer: 'Nobody is asked to speak for us before they do. First ask influencers about their result.',
      buyer: 'Those who sign are not asked a favour with the contract on the table.',
    },
  },
} as const satisfies Record<Occasion, OccasionWords>;

/** Why this occasion has no pack for this base; null where it has one. */
export function whyNotFor(occasion: Occasion, base: PersonaBase): string | null {
  const words: OccasionWords = OCCASION_WORDS[occasion];
  return words.notFor[base] ?? null;
}
