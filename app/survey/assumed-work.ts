import type { PersonaBase } from '#app/persona/persona.ts';

/** What a question takes for granted of those it is put to: the work that makes them one of a persona (DOMAIN A5). */
export const ASSUMED_WORK = {
  end_user: 'hands-on use',
  influencer: 'answering for a result without signing for it',
  buyer: 'signing or paying',
  advocate: 'speaking to others about us',
} as const satisfies Record<PersonaBase, string>;
