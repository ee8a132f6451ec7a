import type { z } from 'zod';
import { personaRequiredAt } from '#app/persona/persona-wire.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { invalid, type Problem } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

/** What is said to whoever names no persona: which there are. `asked` says what for. */
export async function personaMissing(
  house: House,
  workspace: Workspace,
  { actor, asked }: { actor: Actor; asked: string },
): Promise<Problem> {
  const refusal = { id: house.ids.make(), at: house.clock.now(), actor };
  await logRefusal(house.db, workspace, { ...refusal, code: 'PERSONA_REQUIRED', asked });
  return personaRequiredAt('#/persona', await readPersonas(house.db, workspace));
}

/** The persona goes before every other fault: without it nothing else is worth mending. */
export function misses(error: z.ZodError, value: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && error.issues.some(({ path }) => path[0] === 'persona');
}

/** What is wrong with one thing sent, its persona first. */
export function explainWith(
  house: House,
  workspace: Workspace,
  about: { actor: Actor; asked: string },
): (error: z.ZodError, value: unknown) => Promise<Problem> | Problem {
  return (error, value) => (misses(error, value) ? personaMissing(house, workspace, about) : invalid(error));
}
