import { z } from 'zod';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { insertPersona, listPersonas } from './persona.store.server.ts';
import { BASES, type Persona } from './persona.ts';
import { isGenericName, personaIdOf, personaNameKey } from './persona-name.ts';

export const NewPersona = z.object({
  name: z.string().trim().min(1, 'Write the name that people of this role would know themselves by.').max(60),
  plural: z.string().trim().max(60).default(''),
  base: z.enum(BASES, { error: 'Choose the base role that this persona is a special case of.' }),
  definition: z
    .string()
    .trim()
    .min(12, 'Write one sentence that lets a stranger sort a name in or out.')
    .max(300),
  question: z.string().trim().max(200).default(''),
});
export type NewPersona = z.infer<typeof NewPersona>;

export type CreatedPersona =
  | { kind: 'created'; id: string }
  | { kind: 'generic'; code: 'PERSONA_GENERIC'; message: string }
  | { kind: 'taken'; message: string };

/** Adds a custom persona under exactly one base, for ever. */
export async function createPersona(
  db: Db,
  workspace: Workspace,
  input: NewPersona & { now: number },
): Promise<CreatedPersona> {
  if (isGenericName(input.name)) return refuseGeneric(input.name);
  const known = await listPersonas(db, workspace);
  const nameKey = personaNameKey(input.name);
  if (known.some(({ name }) => personaNameKey(name) === nameKey)) {
    return { kind: 'taken', message: `There is a persona called ${input.name} already.` };
  }
  const id = freeId(input.name, known);
  const position = known.length;
  const plural = input.plural || `${input.name}s`;
  await insertPersona(db, workspace, { ...input, id, plural, position, nameKey, createdAt: input.now });
  return { kind: 'created', id };
}

function refuseGeneric(name: string): CreatedPersona {
  const message = `“${name}” doesn’t say what these people do. A persona needs a name and one sentence that would let a stranger sort a person into it or out of it.`;
  return { kind: 'generic', code: 'PERSONA_GENERIC', message };
}

function freeId(name: string, known: readonly Persona[]): string {
  const taken = new Set<string>(known.map(({ id }) => id));
  const wanted = personaIdOf(name);
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}
