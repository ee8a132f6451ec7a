import type { Persona } from '#app/persona/persona.ts';

/** Who should be heard at every account: people by persona id. It says nothing of what they answer. */
export type Template = Readonly<Record<string, number>>;

/** What holds until a workspace writes its own. */
export const FIRST_TEMPLATE: Template = { end_user: 1, influencer: 1, buyer: 1 };

export const MOST_PEOPLE = 99;

/** Advocates may sit outside any account (DOMAIN case 69), so none is missing from one; a closed persona is asked no more. */
export function hasASeat({ base, closedAt }: Pick<Persona, 'base' | 'closedAt'>): boolean {
  return base !== 'advocate' && closedAt === null;
}

/** One seat that every account should have, in lane order. */
export interface TemplateSeat {
  persona: Persona;
  people: number;
}

export function seatsOf(template: Template, personas: readonly Persona[]): TemplateSeat[] {
  return personas.flatMap((persona) => {
    const people = template[persona.id] ?? 0;
    return people > 0 && hasASeat(persona) ? [{ persona, people }] : [];
  });
}
