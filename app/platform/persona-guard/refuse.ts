/** A query that would read answer values without one persona. Its message names the query's fault. */
export class PersonaGuardError extends Error {
  readonly code = 'PERSONA_REQUIRED';
  override readonly name = 'PersonaGuardError';
}

export function refuse(fault: string): never {
  throw new PersonaGuardError(`PERSONA_REQUIRED: ${fault}`);
}
