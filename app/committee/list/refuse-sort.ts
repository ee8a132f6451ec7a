import type { Persona } from '#app/persona/persona.ts';
import { type CommitteeQuery, SORTS } from './committee-query.ts';
import type { SortRefusal } from './listed.ts';

/** The one persona whose answers accounts are sorted by, or why they are not (DOMAIN case 44); null where nobody asked for it. */
export function personaOfSort(
  { sort, personas: said }: Pick<CommitteeQuery, 'sort' | 'personas'>,
  personas: readonly Persona[],
): { kind: 'persona'; persona: Persona } | { kind: 'refused'; refusal: SortRefusal } | null {
  if (sort !== 'score') return null;
  const [first] = said;
  const persona = personas.find(({ id }) => id === first);
  if (persona && said.length === 1) return { kind: 'persona', persona };
  const code = said.length > 1 ? 'PERSONA_MIX' : 'PERSONA_REQUIRED';
  const message =
    code === 'PERSONA_MIX'
      ? 'Accounts have no score: sorted by what several personas answered, the order would say nothing of any of them.'
      : 'Accounts have no score: what their buyers answered and what their end-users answered are two things.';
  const open = personas.filter(({ closedAt }) => closedAt === null);
  return { kind: 'refused', refusal: { code, message, sorts: SORTS, personas: open, why: '/docs/orples' } };
}
