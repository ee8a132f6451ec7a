import { assignRole } from '#app/audience/assign-role.server.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { savePerson } from '#app/audience/save-person.server.ts';
import { createWorkspace } from '#app/membership/create-workspace.server.ts';
import { createBasePersonas } from '#app/persona/create-base-personas.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import type { QueueMessages } from '#app/programme/send-wave.server.ts';
import { createSurvey } from '#app/survey/create-survey.server.ts';
import { addQuestion, changeQuestion, type Draft, emptyDraft } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';

/** Everything up to a wave, played through the use cases in as few words as a test needs. */

export const COMPLETE = {
  unknown: 'Is it the price, or that nobody can explain it?',
  decision: 'Hold the new price list, or not',
  decider: 'Tomás Herrera',
  decideOn: '2027-02-26',
  changeRule: 'Buyers’ upper end below 0',
  rule: { bound: 'upper', side: 'below', threshold: 0 },
  promise: 'The decision and its reasons',
  promiseOn: '2027-03-05',
} as const;

export interface Desk {
  house: House;
  workspace: Workspace;
  memberId: string;
}

/** A workspace of its own in the same database, for a test that must not see another's rows. */
export async function anotherDesk(house: House, name: string): Promise<Desk> {
  const founder = {
    workspaceName: name,
    name: 'Ada',
    email: `${house.ids.make()}@desk.example`,
    passwordHash: 'none',
  };
  const made = await house.db
    .transaction()
    .execute((tx) =>
      createWorkspace(house, tx, founder, (inside, workspace) =>
        createBasePersonas(inside, workspace, house.clock.now()),
      ),
    );
  return { house, ...made };
}

export async function openProgramme(
  { house, workspace, memberId }: Desk,
  name = 'Winter check-in',
  confidentiality: Confidentiality = 'attributed',
): Promise<string> {
  const input = { name, senderName: 'Ifeoma Okonkwo', confidentiality, ownerId: memberId };
  return (await createProgramme(house, workspace, input)).id;
}

export async function openSurvey(
  { house, workspace }: Desk,
  programmeId: string,
  personaId: string,
): Promise<string> {
  const made = await createSurvey(house, workspace, { programmeId, personaId, name: `For ${personaId}` });
  if (made.kind !== 'created') throw new Error(made.kind);
  return made.id;
}

/** One likelihood-to-recommend question, complete but for the line of the purpose that it serves. */
export function oneQuestion(): Draft {
  return changeQuestion(addQuestion(emptyDraft(), 'recommend'), 'q1', (question) => ({
    ...question,
    serves: 'unknown',
  }));
}

/** A published survey for this persona, its purpose complete; returns the version. */
export async function publishFor(
  desk: Desk,
  programmeId: string,
  personaId: string,
  shared: Draft['shared'] = 'held',
): Promise<string> {
  const { house, workspace, memberId: actor } = desk;
  await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId, actor });
  const surveyId = await openSurvey(desk, programmeId, personaId);
  await saveDraft(house, workspace, { surveyId, revision: 1, draft: { ...oneQuestion(), shared } });
  const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
  if (published.kind !== 'published') throw new Error(published.kind);
  return published.versionId;
}

/** A drafted wave of these personas in a programme of its own, or in the one given. */
export async function draftWave(desk: Desk, personaIds: readonly string[], given?: string) {
  const programmeId = given ?? (await openProgramme(desk));
  const lanes = [];
  for (const personaId of personaIds)
    lanes.push({ personaId, versionId: await publishFor(desk, programmeId, personaId) });
  const wave = await createWave(desk.house, desk.workspace, {
    programmeId,
    name: 'Winter 2027',
    lanes,
    actor: desk.memberId,
  });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  return { waveId: wave.id, programmeId, lanes };
}

export interface Seat {
  name: string;
  account?: string;
  personaIds?: readonly string[];
  programmeId?: string;
  title?: string;
  /** False for a role that nobody vouched for. */
  confirmed?: boolean;
  email?: string | null;
}

/** A person at an account with the roles named; the ids of the roles in that order. */
export async function seat({ house, workspace, memberId: actor }: Desk, given: Seat): Promise<string[]> {
  const account = await saveAccount(house, workspace, { name: given.account ?? 'Meridian Foods', actor });
  if (account.kind !== 'saved') throw new Error(account.kind);
  const email =
    given.email === undefined
      ? `${given.name.toLowerCase().replaceAll(' ', '.')}@people.example`
      : given.email;
  const person = await savePerson(house, workspace, {
    name: given.name,
    emails: email === null ? [] : [email],
    externalId: given.name,
    employment: { accountId: account.id, title: given.title ?? null },
    source: 'csm',
    actor,
  });
  if (person.kind !== 'saved') throw new Error(person.kind);
  const roleIds = [];
  for (const personaId of given.personaIds ?? []) {
    const role = await assignRole(house, workspace, {
      personId: person.id,
      accountId: account.id,
      personaId,
      programmeId: given.programmeId ?? null,
      source: 'csm',
      evidence: 'Told us',
      startedAt: house.clock.now(),
      actor,
      confirmed: given.confirmed ?? true,
    });
    if (role.kind !== 'assigned' && role.kind !== 'already') throw new Error(role.kind);
    roleIds.push(role.id);
  }
  return roleIds;
}

export const noMail: QueueMessages = async () => {};
