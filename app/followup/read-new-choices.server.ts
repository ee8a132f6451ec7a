import { readAccountName } from '#app/audience/people/read-account-name.server.ts';
import { findPeople } from '#app/audience/person.store.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listProgrammeRows } from '#app/programme/programme.store.server.ts';
import { listThemes } from '#app/results/theme/list-themes.server.ts';
import { listSentWaves } from './about.store.server.ts';
import { type AbleMember, listAbleMembers } from './member.store.server.ts';

/** What a follow-up that is opened by hand can be about, and whom it can be given to. */
export interface NewChoices {
  programmes: { id: string; name: string }[];
  waves: Awaited<ReturnType<typeof listSentWaves>>;
  personas: Persona[];
  members: AbleMember[];
  /** Open ones. */
  themes: { id: string; name: string }[];
  /** Of the person and the account that it is opened from. */
  personName: string | null;
  accountName: string | null;
}

export async function readNewChoices(
  db: Db,
  workspace: Workspace,
  { personId, accountId }: { personId: string | null; accountId: string | null },
): Promise<NewChoices> {
  const people = personId ? await findPeople(db, workspace, [personId]) : [];
  return {
    programmes: await listProgrammeRows(db, workspace),
    waves: await listSentWaves(db, workspace),
    personas: (await listPersonas(db, workspace)).filter(({ closedAt }) => closedAt === null),
    members: await listAbleMembers(db, workspace),
    themes: (await listThemes(db, workspace)).filter(({ closedAt }) => closedAt === null),
    personName: people[0]?.name ?? null,
    accountName: accountId ? ((await readAccountName(db, workspace, accountId)) ?? null) : null,
  };
}
