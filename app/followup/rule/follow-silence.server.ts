import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findOpenedFor } from '../follow-up.store.server.ts';
import type { Hooks } from '../hooks.server.ts';
import { openInside } from '../open-inside.server.ts';
import type { Following } from './following.ts';
import type { Rule, Trigger } from './rule.ts';
import { type SilentAccount, silentAccounts } from './silent-accounts.server.ts';

type SilenceTrigger = Extract<Trigger, { kind: 'silence' }>;

/** Opens one follow-up for each silent account, and one more only when its renewal moves on. */
export async function followSilence(
  house: House,
  workspace: Workspace,
  { rule, trigger: { silentDays, renewalDays }, span }: Following<SilenceTrigger>,
  hooks: Hooks,
): Promise<void> {
  const { reading } = house;
  const of = { personaId: rule.personaId, silentDays, renewalDays, now: span.until };
  for await (const accounts of silentAccounts(reading, workspace, of)) {
    const abouts = accounts.map(({ about }) => about);
    const before = await findOpenedFor(reading, workspace, { ruleId: rule.id, abouts });
    for (const account of accounts)
      if (!before.has(account.about)) await openForSilence(house, workspace, { rule, account }, hooks);
  }
}

async function openForSilence(
  house: House,
  workspace: Workspace,
  { rule, account }: { rule: Rule; account: SilentAccount },
  hooks: Hooks,
): Promise<void> {
  const { id, programmeId, personaId, what, ownerId, hours } = rule;
  const opened = {
    ...{ waveId: null, surveyVersionId: null, personId: null, responseId: null, invitationId: null },
    ...{ accountId: account.id, programmeId, personaId, what, ownerId, due: { hours }, actor: 'system' },
    ...{ cameFrom: 'silence' as const, rule: { id, about: account.about } },
    words: `It renews on ${account.renewalOn}.`,
  };
  await inTransaction(house.db, (tx) => openInside({ ...house, db: tx }, workspace, opened, hooks));
}
