import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { employmentsOf, insertEmployments } from '../employment.store.server.ts';
import { nameKey, searchKey } from '../keys.ts';
import { RESPONDENT } from '../own-role/own-words.ts';
import { findAddresses, insertAddresses, insertPeople } from '../person.store.server.ts';
import { insertRoles, rolesOf } from '../role.store.server.ts';
import type { RoleEpisode } from '../role.ts';

/** Somebody whom a respondent names as their colleague. */
export interface Colleague {
  name: string;
  /** As `readEmail` read it. */
  email: { address: string; key: string };
  accountId: string;
  personaId: string;
  /** Only where the role that is passed on is held within one programme. */
  programmeId: string | null;
}

type Inside = Pick<House, 'db' | 'ids' | 'clock'>;

/** The person behind an address, if anybody is known by it. */
export async function findColleague(tx: Db, workspace: Workspace, emailKey: string): Promise<string | null> {
  const [known] = await findAddresses(tx, workspace, [emailKey]);
  return known?.personId ?? null;
}

/**
 * The colleague's role, opened where it is not. A known person keeps their name and all else: what a stranger says adds
 * to it and changes nothing. Nobody has vouched for the role, so it waits for the colleague's own word.
 */
export async function nameColleague(
  house: Inside,
  workspace: Workspace,
  colleague: Colleague,
): Promise<RoleEpisode> {
  const { db: tx, ids, clock } = house;
  const known = await findColleague(tx, workspace, colleague.email.key);
  const personId = known ?? (await addPerson(house, workspace, colleague));
  await employ(house, workspace, { personId, accountId: colleague.accountId });
  const open = await findOpen(tx, workspace, { ...colleague, personId });
  if (open) return open;
  const now = clock.now();
  const role = unconfirmed(ids.make(), { ...colleague, personId }, now);
  // Somebody else opened it a moment ago: then it is found.
  if ((await insertRoles(tx, workspace, [role], now)) === 0)
    return nameColleague(house, workspace, colleague);
  const { accountId, personaId } = role;
  await note(house, workspace, 'assign_role', role.id, { personId, accountId, personaId });
  return role;
}

async function addPerson(house: Inside, workspace: Workspace, { name, email }: Colleague): Promise<string> {
  const { db: tx, ids, clock } = house;
  const now = clock.now();
  const id = ids.make();
  const keys = { nameKey: nameKey(name), searchKey: searchKey(name, [email.key]) };
  const person = { id, externalId: null, name, ...keys, language: null, timeZone: null };
  await insertPeople(tx, workspace, [person], now);
  const address = { personId: id, email: email.address, emailKey: email.key, position: 0 };
  await insertAddresses(tx, workspace, [address], now);
  await note(house, workspace, 'add_person', id, {});
  return id;
}

async function employ(
  { db: tx, ids, clock }: Inside,
  workspace: Workspace,
  { personId, accountId }: { personId: string; accountId: string },
): Promise<void> {
  const held = await employmentsOf(tx, workspace, [personId]);
  if (held.some((one) => one.accountId === accountId && one.endedAt === null)) return;
  const unknown = { title: null, titleKey: null, startedAt: null, endedAt: null };
  const employment = { id: ids.make(), personId, accountId, source: 'self' as const, ...unknown };
  await insertEmployments(tx, workspace, [employment], clock.now());
}

async function findOpen(
  tx: Db,
  workspace: Workspace,
  seat: Pick<RoleEpisode, 'personId' | 'accountId' | 'personaId' | 'programmeId'>,
): Promise<RoleEpisode | undefined> {
  const open = (await rolesOf(tx, workspace, [seat.personId])).filter(
    ({ accountId, personaId, endedAt }) =>
      accountId === seat.accountId && personaId === seat.personaId && endedAt === null,
  );
  return open.find(({ programmeId }) => programmeId === seat.programmeId) ?? open.find(isGeneral);
}

function isGeneral({ programmeId }: RoleEpisode): boolean {
  return programmeId === null;
}

function unconfirmed(id: string, seat: Colleague & { personId: string }, now: number): RoleEpisode {
  const { personId, accountId, programmeId, personaId } = seat;
  return {
    ...{ id, personId, accountId, programmeId, personaId },
    source: 'colleague',
    evidence: 'A colleague passed their questions on',
    startedAt: now,
    ...{ confirmedAt: null, confirmedBy: null, endedAt: null, endReason: null },
  };
}

async function note(
  { db: tx, ids, clock }: Inside,
  workspace: Workspace,
  act: string,
  subject: string,
  detail: Record<string, string>,
): Promise<void> {
  const entry = { id: ids.make(), at: clock.now(), actor: RESPONDENT, act, subject, detail };
  await writeAudit(tx, workspace, entry);
}
