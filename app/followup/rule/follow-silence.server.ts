import { Temporal } from 'temporal-polyfill';
import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { dayAt } from '../due-time.ts';
import { findOpenedFor } from '../follow-up.store.server.ts';
import type { Hooks } from '../hooks.server.ts';
import { openInside } from '../open-inside.server.ts';
import type { Following } from './following.ts';
import type { Rule, Trigger } from './rule.ts';
import { listHeardAccounts, listRenewing } from './sign.store.server.ts';

type SilenceTrigger = Extract<Trigger, { kind: 'silence' }>;

/** Accounts looked at together: databases take only so many values in a statement. */
const PAGE = 500;

/**
 * Opens one follow-up for each account that renews soon and where nobody of the persona was heard for long, and one more
 * only when the renewal moves on. An empty seat is silent too.
 */
export async function followSilence(
  house: House,
  workspace: Workspace,
  { rule, trigger, span }: Following<SilenceTrigger>,
  hooks: Hooks,
): Promise<void> {
  const { silentDays, renewalDays } = trigger;
  const { reading } = house;
  const fromDay = dayAt(span.until, await readAskingRules(reading, workspace));
  const toDay = Temporal.PlainDate.from(fromDay).add({ days: renewalDays }).toString();
  const since = span.until - silentDays * DAY;
  const renewing = await listRenewing(reading, workspace, { fromDay, toDay, knownBefore: since });
  for (let at = 0; at < renewing.length; at += PAGE) {
    const accounts = renewing.slice(at, at + PAGE);
    const accountIds = accounts.map(({ id }) => id);
    const asked = { accountIds, personaId: rule.personaId, since };
    const heard = await listHeardAccounts(reading, workspace, asked);
    const abouts = accounts.map(aboutOf);
    const before = await findOpenedFor(reading, workspace, { ruleId: rule.id, abouts });
    for (const account of accounts)
      if (!heard.has(account.id) && !before.has(aboutOf(account)))
        await openForSilence(house, workspace, { rule, account }, hooks);
  }
}

interface Renewing {
  id: string;
  renewalOn: string;
}

/** A renewal that moves on is another one. */
function aboutOf({ id, renewalOn }: Renewing): string {
  return `${id} ${renewalOn}`;
}

async function openForSilence(
  house: House,
  workspace: Workspace,
  { rule, account }: { rule: Rule; account: Renewing },
  hooks: Hooks,
): Promise<void> {
  const { id, programmeId, personaId, what, ownerId, hours } = rule;
  const opened = {
    ...{ waveId: null, surveyVersionId: null, personId: null, responseId: null, invitationId: null },
    ...{ accountId: account.id, programmeId, personaId, what, ownerId, due: { hours }, actor: 'system' },
    ...{ cameFrom: 'silence' as const, rule: { id, about: aboutOf(account) } },
    words: `It renews on ${account.renewalOn}.`,
  };
  await inTransaction(house.db, (tx) => openInside({ ...house, db: tx }, workspace, opened, hooks));
}
