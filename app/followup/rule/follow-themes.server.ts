import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listConfirmed } from '#app/results/theme/list-confirmed.server.ts';
import { findOpenedFor } from '../follow-up.store.server.ts';
import type { Hooks } from '../hooks.server.ts';
import type { Following } from './following.ts';
import { openForAnswer } from './open-for-answer.server.ts';
import type { Trigger } from './rule.ts';

export type ThemeTrigger = Extract<Trigger, { kind: 'theme' }>;

const PAGE = 500;

/** Opens one follow-up for each person whose answer raises the theme, once somebody confirmed that it does. */
export async function followThemes(
  house: House,
  workspace: Workspace,
  { rule, trigger, span }: Following<ThemeTrigger>,
  hooks: Hooks,
): Promise<void> {
  const { programmeId, personaId } = rule;
  const asked = { programmeId, personaId, themeId: trigger.themeId, limit: PAGE };
  let since = span.from;
  for (;;) {
    const found = await listConfirmed(house.reading, workspace, { ...asked, since });
    const abouts = [...new Set(found.map(({ responseId }) => responseId))];
    const before = await findOpenedFor(house.reading, workspace, { ruleId: rule.id, abouts });
    const waveOf = new Map(found.map(({ responseId, waveId }) => [responseId, waveId]));
    for (const [responseId, waveId] of waveOf)
      if (!before.has(responseId)) await openForAnswer(house, workspace, { rule, waveId, responseId }, hooks);
    const last = found.at(-1)?.confirmedAt ?? undefined;
    // A page of one and the same moment would be read for ever.
    if (found.length < PAGE || last === undefined || last === since) return;
    since = last;
  }
}
