import { confirmRole } from '#app/audience/confirm-role.server.ts';
import { leaveAccount } from '#app/audience/leave-account.server.ts';
import { savePerson } from '#app/audience/save-person.server.ts';
import type { PersonaBase } from '#app/persona/persona.ts';
import { ACCOUNTS } from './accounts.ts';
import { giveRole, type Placed } from './bring-people.ts';
import { DAYS } from './calendar.ts';
import type { Position } from './cast.ts';
import { expectKind, type OpenStage } from './stage.ts';

interface Going {
  account: string;
  position: Position;
  daysAgo: number;
  reason: string;
  /** Where they turned up again, in which role. */
  to?: { account: string; title: string; personaId: PersonaBase };
}

/** Who left between the waves. Their answers stay where they were given; the seats stand empty. */
const GOING: readonly Going[] = [
  {
    account: 'Tagus Telecom',
    position: 'buyer',
    daysAgo: 86,
    reason: 'Left the firm; his account manager was told by his successor’s assistant',
    to: { account: 'Orchard Road Logistics', title: 'Regional planner', personaId: 'end_user' },
  },
  {
    account: 'Al Waha Medical Supplies',
    position: 'procurement',
    daysAgo: 114,
    reason: 'Moved into another group company',
  },
  {
    account: 'Pelion Ferries',
    position: 'end_user',
    daysAgo: 97,
    reason: 'Changed employer',
    to: { account: 'Harbourlight Hotels', title: 'Duty controller', personaId: 'end_user' },
  },
  {
    account: 'Carmel Ridge Software',
    position: 'influencer',
    daysAgo: 75,
    reason: 'On leave until next year',
  },
  {
    account: 'Longqiao Packaging',
    position: 'end_user',
    daysAgo: 70,
    reason: 'Changed employer',
    to: { account: 'Hangang Instruments', title: 'Head of planning', personaId: 'influencer' },
  },
];

/** Who wears two hats at one account: the second one, which somebody has to choose or not in each wave. */
const SECOND_HATS: readonly [name: string, personaId: PersonaBase][] = [
  ['Ingrid Solberg', 'end_user'],
  ['Mei Castellano', 'influencer'],
  ['Chiamaka Lund', 'advocate'],
];

/** What happens between two waves: people come, go, turn up elsewhere; most roles are looked at again. */
export async function passTheMonths(stage: OpenStage, people: readonly Placed[]): Promise<void> {
  stage.goTo(DAYS.peopleLeft);
  const gone = new Set<string>();
  for (const going of GOING) {
    const person = people.find(
      ({ account, position }) => account.name === going.account && position === going.position,
    )!;
    await leave(stage, person, going);
    if (going.to) await turnUp(stage, people, person, going.to);
    gone.add(person.roleId);
  }
  for (const [name, personaId] of SECOND_HATS) {
    const person = people.find((one) => one.name === name)!;
    await giveRole(stage, { ...person, personaId, evidence: 'Said so on the phone', since: 120 });
  }
  stage.goTo(DAYS.rolesConfirmed);
  const looked = people.filter((person) => !person.isStale && !gone.has(person.roleId));
  for (const { roleId } of looked) await lookAgain(stage, roleId);
}

async function leave(stage: OpenStage, { personId, accountId }: Placed, going: Going): Promise<void> {
  const at = stage.timeOf(going.daysAgo);
  const { reason } = going;
  const leaving = { personId, accountId, at, reason, actor: stage.actor };
  expectKind(await leaveAccount(stage.house, stage.workspace, leaving), 'left');
}

async function turnUp(
  stage: OpenStage,
  people: readonly Placed[],
  person: Placed,
  to: NonNullable<Going['to']>,
): Promise<void> {
  const { domain } = ACCOUNTS.find(({ name }) => name === to.account)!;
  const { accountId } = people.find(({ account }) => account.name === to.account)!;
  const saved = await savePerson(stage.house, stage.workspace, {
    personId: person.personId,
    name: person.name,
    emails: [`${person.mailbox}@${domain}.example`],
    employment: { accountId, title: to.title, startedAt: stage.timeOf(64) },
    source: 'csm',
    actor: stage.actor,
  });
  expectKind(saved, 'saved');
  const { personaId } = to;
  const { personId } = person;
  await giveRole(stage, { personId, accountId, personaId, since: 64, evidence: 'Wrote from the new desk' });
}

async function lookAgain({ house, workspace, actor }: OpenStage, roleId: string): Promise<void> {
  expectKind(await confirmRole(house, workspace, { roleId, actor }), 'confirmed');
}
