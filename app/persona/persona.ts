/** The four roles that every persona is one of, or a special case of (DOMAIN A2). */
export const BASES = ['end_user', 'influencer', 'buyer', 'advocate'] as const;
export type PersonaBase = (typeof BASES)[number];

/** What a figure, a lane or a sentence needs to name a persona. */
export interface PersonaLabel {
  id: string;
  base: PersonaBase;
  name: string;
  plural: string;
}

export interface Persona extends PersonaLabel {
  /** One sentence that lets a stranger sort a name into it or out of it. */
  definition: string;
  /** What to ask someone to find out whether they are one. */
  question: string;
  position: number;
  closedAt: number | null;
}

/** The base personas of a new workspace; their ids are the same in every workspace. */
export const BASE_PERSONAS = {
  end_user: {
    name: 'End-user',
    plural: 'End-users',
    definition: 'Has hands on the product in their own work.',
    question: 'Do you work in the product yourself?',
  },
  influencer: {
    name: 'Influencer',
    plural: 'Influencers',
    definition: 'Needs what the product achieves for their part of the firm, with little say in buying it.',
    question: 'Does your part of the firm depend on what the product delivers?',
  },
  buyer: {
    name: 'Buyer',
    plural: 'Buyers',
    definition: 'Takes part in the decision to buy or renew, or holds the budget it is paid from.',
    question: 'Do you sign, approve or pay for the product?',
  },
  advocate: {
    name: 'Advocate',
    plural: 'Advocates',
    definition: 'Sways others by speaking about working with us, inside the account or outside it.',
    question: 'Do you tell others about your experience with us?',
  },
} as const satisfies Record<PersonaBase, Omit<Persona, 'id' | 'base' | 'position' | 'closedAt'>>;

export function isBase(id: string): id is PersonaBase {
  return (BASES as readonly string[]).includes(id);
}

/** The fixed order of lanes: by base, custom personas after the base they belong to. Never a ranking. */
export function byLane(
  a: Pick<Persona, 'base' | 'id' | 'position'>,
  b: Pick<Persona, 'base' | 'id' | 'position'>,
): number {
  const base = BASES.indexOf(a.base) - BASES.indexOf(b.base);
  if (base !== 0) return base;
  if (isBase(a.id) !== isBase(b.id)) return isBase(a.id) ? -1 : 1;
  return a.position - b.position;
}

/** A first word with more than one capital: CFO, B2B, IT. */
const IN_CAPITALS = /^\p{Lu}[\p{L}\p{N}]*\p{Lu}/u;

/** The name in a sentence: only the first word of a lane's name loses its capital, and none that is written in capitals. */
export function inSentence(name: string): string {
  if (IN_CAPITALS.test(name)) return name;
  return name.charAt(0).toLowerCase() + name.slice(1);
}
