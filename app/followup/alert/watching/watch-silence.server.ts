import { Temporal } from 'temporal-polyfill';
import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { dayAt } from '../../due-time.ts';
import { listHeardAccounts, listRenewing } from '../../rule/sign.store.server.ts';
import { findRaised } from '../alert.store.server.ts';
import { pluralOf } from '../plural-of.server.ts';
import { saySilence } from './alert-words.ts';
import { raiseAlert } from './raise-alert.server.ts';
import type { Watching } from './watching.ts';

/** Accounts looked at together: databases take only so many values in a statement. */
const PAGE = 500;

/**
 * Raises one alert for each account that renews soon and where nobody of the persona was heard for long, and one more only
 * when the renewal moves on. An empty seat is silent too.
 */
export async function watchSilence(
  house: House,
  workspace: Workspace,
  { rule, watch: { silentDays, renewalDays }, span }: Watching<'silence'>,
): Promise<void> {
  const { reading } = house;
  const fromDay = dayAt(span.until, await readAskingRules(reading, workspace));
  const toDay = Temporal.PlainDate.from(fromDay).add({ days: renewalDays }).toString();
  const since = span.until - silentDays * DAY;
  const renewing = await listRenewing(reading, workspace, { fromDay, toDay, knownBefore: since });
  const plural = await pluralOf(reading, workspace, rule.personaId);
  for (let at = 0; at < renewing.length; at += PAGE) {
    const accounts = renewing.slice(at, at + PAGE);
    const accountIds = accounts.map(({ id }) => id);
    const heard = await listHeardAccounts(reading, workspace, {
      ...{ accountIds, personaId: rule.personaId, since },
    });
    const before = await findRaised(reading, workspace, { ruleId: rule.id, abouts: accounts.map(aboutOf) });
    for (const account of accounts) {
      const about = aboutOf(account);
      if (heard.has(account.id) || before.has(about)) continue;
      const what = saySilence(plural, { silentDays, renewalOn: account.renewalOn });
      const finding = { about, waveId: null, accountId: account.id, personId: null, what };
      await raiseAlert(house, workspace, rule, finding);
    }
  }
}

/** A renewal that moves on is another one. */
function aboutOf({ id, renewalOn }: { id: string; renewalOn: string }): string {
  return `${id} ${renewalOn}`;
}
