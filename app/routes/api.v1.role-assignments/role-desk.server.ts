import type { z } from 'zod';
import { assignRole } from '#app/audience/assign-role.server.ts';
import { explainRole } from '#app/audience/wire/explain-role.server.ts';
import type { RoleIn } from '#app/audience/wire/role-wire.ts';
import { personaRequiredAt } from '#app/persona/persona-wire.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Saved } from '#app/platform/wire/item.ts';
import { invalid, invalidAt, type Problem } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';

/** What the door does with one role of a request, and with one that can't be read. */
export function roleDesk(house: House, workspace: Workspace, actor: Actor) {
  const requirePersona = async (): Promise<Problem> => {
    const refusal = { at: house.clock.now(), actor };
    await logRefusal(house.db, workspace, { ...refusal, code: 'PERSONA_REQUIRED', asked: 'assign role' });
    return personaRequiredAt('#/persona', await readPersonas(house.db, workspace));
  };
  const assign = async ({ programme: programmeId = null, ...role }: RoleIn): Promise<Saved | Problem> => {
    if (programmeId !== null && !(await hasProgramme(house, workspace, programmeId)))
      return invalidAt([{ pointer: '#/programme', detail: 'There is no such programme here.' }]);
    const { person: personId, account: accountId, persona: personaId, source, evidence, confirmed } = role;
    const startedAt = role.started_at ?? house.clock.now();
    const who = { personId, accountId, personaId, programmeId };
    const input = { ...who, source, evidence, confirmed, startedAt, actor };
    const assigned = await assignRole(house, workspace, input);
    if (assigned.kind === 'unknown_persona') return requirePersona();
    if (assigned.kind !== 'assigned' && assigned.kind !== 'already') return explainRole(assigned);
    const result = assigned.kind === 'assigned' ? 'created' : 'unchanged';
    return { id: toSlug('role', assigned.id), result };
  };
  /** The persona goes before every other fault: without it nothing else is worth mending. */
  const explain = (error: z.ZodError, value: unknown): Promise<Problem> | Problem =>
    isObject(value) && error.issues.some(({ path }) => path[0] === 'persona')
      ? requirePersona()
      : invalid(error);
  return { assign, explain };
}

async function hasProgramme(house: House, workspace: Workspace, id: string): Promise<boolean> {
  return (await listProgrammes(house.db, workspace)).some((programme) => programme.id === id);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
