import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { silentAccounts } from '../../rule/silent-accounts.server.ts';
import { findRaised } from '../alert.store.server.ts';
import { pluralOf } from '../plural-of.server.ts';
import { saySilence } from './alert-words.ts';
import { raiseAlert } from './raise-alert.server.ts';
import type { Watching } from './watching.ts';

/** Raises one alert for each silent account, and one more only when its renewal moves on. */
export async function watchSilence(
  house: House,
  workspace: Workspace,
  { rule, watch: { silentDays, renewalDays }, span }: Watching<'silence'>,
): Promise<void> {
  const { reading } = house;
  const plural = await pluralOf(reading, workspace, rule.personaId);
  const of = { personaId: rule.personaId, silentDays, renewalDays, now: span.until };
  for await (const accounts of silentAccounts(reading, workspace, of)) {
    const abouts = accounts.map(({ about }) => about);
    const before = await findRaised(reading, workspace, { ruleId: rule.id, abouts });
    for (const { id, renewalOn, about } of accounts) {
      if (before.has(about)) continue;
      const what = saySilence(plural, { silentDays, renewalOn });
      await raiseAlert(house, workspace, rule, { about, waveId: null, accountId: id, personId: null, what });
    }
  }
}
