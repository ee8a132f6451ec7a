import {
  countByPerson,
  type MetPerson,
  pageMetPeople,
} from '#app/audience/moment/touch/touch-count.store.server.ts';
import { findPeople } from '#app/audience/person.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface MetLine extends Pick<MetPerson, 'personId' | 'name'> {
  /** Touches by moment; a moment without contact is not in it. */
  at: Map<string, number>;
  touches: number;
  lastAt: number;
}

const PAGE = 50;

/** People of one persona whom we met, by name, with how often at each moment. For those who may see names. */
export async function readMetPeople(
  db: Db,
  workspace: Workspace,
  { personaId, after }: { personaId: string; after: string | null },
): Promise<{ people: MetLine[]; next: string | null }> {
  const [last] = after ? await findPeople(db, workspace, [after]) : [];
  const from = last && { nameKey: last.nameKey, personId: last.id };
  const found = await pageMetPeople(db, workspace, { personaId, after: from, limit: PAGE + 1 });
  const shown = found.slice(0, PAGE);
  const personIds = shown.map(({ personId }) => personId);
  const counts = Map.groupBy(
    await countByPerson(db, workspace, { personaId, personIds }),
    ({ personId }) => personId,
  );
  const people = shown.map(({ personId, name }) => {
    const own = counts.get(personId) ?? [];
    return {
      ...{ personId, name },
      at: new Map(own.map(({ momentId, touches }) => [momentId, touches])),
      touches: own.reduce((sum, { touches }) => sum + touches, 0),
      lastAt: Math.max(...own.map(({ lastAt }) => lastAt)),
    };
  });
  return { people, next: found.length > PAGE ? shown.at(-1)!.personId : null };
}
