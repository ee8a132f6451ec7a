import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { isOverdue } from '#app/programme/told/debt.ts';
import { readDebts } from '#app/programme/told/read-debts.server.ts';
import { dayAt } from '../../due-time.ts';
import { findRaised } from '../alert.store.server.ts';
import { sayOwed } from './alert-words.ts';
import { raiseAlert } from './raise-alert.server.ts';
import type { Watching } from './watching.ts';

/** Raises one alert for each wave whose respondents of the persona are owed so much that it holds up the next, or soon will. */
export async function watchDebts(
  house: House,
  workspace: Workspace,
  { rule, watch: { withinDays }, span }: Watching<'owed'>,
): Promise<void> {
  const { reading } = house;
  const today = dayAt(span.until, await readAskingRules(reading, workspace));
  const then = span.until + withinDays * DAY;
  const debts = await readDebts(reading, workspace, { now: then, programmeId: rule.programmeId });
  const braking = debts.filter(({ personaId, isBraking }) => isBraking && personaId === rule.personaId);
  const abouts = braking.map(({ waveId }) => waveId);
  const before = await findRaised(reading, workspace, { ruleId: rule.id, abouts });
  for (const debt of braking) {
    const { waveId } = debt;
    if (before.has(waveId)) continue;
    const what = sayOwed(debt, isOverdue(debt, today));
    const finding = { about: waveId, waveId, accountId: null, personId: null, what };
    await raiseAlert(house, workspace, rule, finding);
  }
}
