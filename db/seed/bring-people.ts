import { assignRole } from '#app/audience/assign-role.server.ts';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { savePerson } from '#app/audience/save-person.server.ts';
import { ACCOUNTS, regionOf } from './accounts.ts';
import type { Actor } from './cast.ts';
import { expectKind, type OpenStage } from './stage.ts';

/** Somebody of the cast with what the workspace knows them by. */
export interface Placed extends Actor {
  personId: string;
  accountId: string;
  personaId: string;
  roleId: string;
}

/** What Northwind itself wants to know: where an account is, and in which rollout a person came. */
export async function defineAttributes({ house, workspace, actor }: OpenStage): Promise<void> {
  for (const attribute of [
    { about: 'account', name: 'Region' },
    { about: 'person', name: 'Rollout' },
  ] as const)
    expectKind(await createAttribute(house, workspace, { ...attribute, actor }), 'created');
}

const ROLLOUT = { before: 'First', between: 'Second' } as const;

/** Writes down the accounts; returns their ids by name. */
export async function bringAccounts(stage: OpenStage): Promise<Map<string, string>> {
  const { house, workspace, actor } = stage;
  const ids = new Map<string, string>();
  for (const [at, { name, renewsIn, culture }] of ACCOUNTS.entries()) {
    const renewalOn = renewsIn === null ? null : stage.dayOf(-renewsIn);
    const externalId = `NW-${1001 + at * 7}`;
    const attributes = { Region: regionOf(culture) };
    const saved = await saveAccount(house, workspace, { name, externalId, renewalOn, attributes, actor });
    ids.set(name, expectKind(saved, 'saved').id);
  }
  return ids;
}

/** Writes down who they are, where they work and in which role, confirmed by the CX lead. */
export async function bringPeople(
  stage: OpenStage,
  people: readonly Actor[],
  at: { accounts: ReadonlyMap<string, string>; procurementId: string },
): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const person of people) {
    const accountId = at.accounts.get(person.account.name)!;
    const personaId = person.position === 'procurement' ? at.procurementId : person.position;
    const personId = await bringPerson(stage, person, accountId);
    const roleId = await giveRole(stage, { ...person, personId, accountId, personaId });
    placed.push({ ...person, personId, accountId, personaId, roleId });
  }
  return placed;
}

async function bringPerson(stage: OpenStage, person: Actor, accountId: string): Promise<string> {
  const { name, email, language, timeZone, title, since, joins } = person;
  const startedAt = stage.timeOf(since);
  const saved = await savePerson(stage.house, stage.workspace, {
    name,
    emails: [email],
    language,
    timeZone,
    employment: { accountId, title, startedAt },
    attributes: { Rollout: ROLLOUT[joins] },
    source: 'crm',
    actor: stage.actor,
  });
  return expectKind(saved, 'saved').id;
}

export async function giveRole(
  stage: OpenStage,
  role: Pick<Placed, 'personId' | 'accountId' | 'personaId' | 'since'> & { evidence?: string },
): Promise<string> {
  const { personId, accountId, personaId, evidence = 'Role in the account plan' } = role;
  const assigned = await assignRole(stage.house, stage.workspace, {
    personId,
    accountId,
    personaId,
    source: 'csm',
    evidence,
    startedAt: stage.timeOf(role.since),
    actor: stage.actor,
    confirmed: true,
  });
  return expectKind(assigned, 'assigned').id;
}
