import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { insertProgramme } from './programme.store.server.ts';
import { NewProgramme } from './programme.ts';

/** Opens a programme as a draft; its first send makes it live. */
export async function createProgramme(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: NewProgramme & { ownerId: string },
): Promise<{ kind: 'created'; id: string }> {
  const { ownerId } = input;
  const id = ids.make();
  await insertProgramme(db, workspace, {
    ...NewProgramme.parse(input),
    id,
    ownerId,
    state: 'draft',
    origin: 'asked',
    createdAt: clock.now(),
  });
  return { kind: 'created', id };
}
