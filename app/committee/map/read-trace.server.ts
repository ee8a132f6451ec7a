import { namesOfAccounts } from '#app/audience/account.store.server.ts';
import { listMoments } from '#app/audience/moment/list-moments.server.ts';
import { pageTouches } from '#app/audience/moment/touch/page-touches.server.ts';
import { countOlder } from '#app/audience/moment/touch/touch.store.server.ts';
import type { Touch } from '#app/audience/moment/touch/touch.ts';
import { findPeople } from '#app/audience/person.store.server.ts';
import { rolesOf } from '#app/audience/role.store.server.ts';
import type { RoleEpisode } from '#app/audience/role.ts';
import type { Persona } from '#app/persona/persona.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type OwnAnswer, readOwnAnswers } from '#app/results/read-own-answers.server.ts';

export interface TracedTouch extends Pick<Touch, 'id' | 'momentId' | 'at' | 'source'> {
  momentName: string;
  accountName: string;
}

/** How one person met us as ONE persona, in the order in which it happened. */
export interface Trace {
  persona: Persona;
  person: { id: string; name: string };
  /** Episodes of this persona alone. */
  roles: (Pick<RoleEpisode, 'id' | 'startedAt' | 'endedAt'> & { accountName: string })[];
  /** Oldest first. */
  touches: TracedTouch[];
  /** How many are older than those. */
  older: number;
  /** Of waves alone that were promised to be seen with names. */
  answers: OwnAnswer[];
}

/** A page of a trace: more would be no picture. */
const SHOWN = 200;

/** Null where there is no such person or persona. `before` is the oldest touch of the page that was left. */
export async function readTrace(
  db: Db,
  workspace: Workspace,
  of: { personaId: string; personId: string; before?: string | undefined },
): Promise<Trace | null> {
  const { personaId, personId } = of;
  const persona = (await readPersonas(db, workspace)).find(({ id }) => id === personaId);
  const [person] = await findPeople(db, workspace, [personId]);
  if (!persona || !person) return null;
  const asked = { personId, personaId, limit: SHOWN, beyond: of.before, newestFirst: true };
  const found = await pageTouches(db, workspace, asked);
  const touches = found.slice(0, SHOWN).reverse();
  const roles = (await rolesOf(db, workspace, [personId])).filter((role) => role.personaId === personaId);
  const accountIds = [...touches, ...roles].map(({ accountId }) => accountId);
  const accounts = await namesOfAccounts(db, workspace, [...new Set(accountIds)]);
  const moments = new Map((await listMoments(db, workspace, personaId)).map(({ id, name }) => [id, name]));
  return {
    persona,
    person: { id: person.id, name: person.name },
    roles: roles.map(({ id, startedAt, endedAt, accountId }) => ({
      ...{ id, startedAt, endedAt, accountName: accounts.get(accountId) ?? '' },
    })),
    touches: touches.map(({ id, momentId, at, source, accountId }) => ({
      ...{ id, momentId, at, source },
      momentName: moments.get(momentId) ?? '',
      accountName: accounts.get(accountId) ?? '',
    })),
    older: touches[0] ? await countOlder(db, workspace, touches[0]) : 0,
    answers: await readOwnAnswers(db, workspace, { personId, personaId }),
  };
}
