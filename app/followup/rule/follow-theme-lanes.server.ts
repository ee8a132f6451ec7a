import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { listConfirmedLanes } from '#app/results/theme/list-confirmed.server.ts';
import { readRaised } from '#app/results/theme/read-raised.server.ts';
import { findOpenedFor } from '../follow-up.store.server.ts';
import type { Hooks } from '../hooks.server.ts';
import { openInside } from '../open-inside.server.ts';
import type { ThemeTrigger } from './follow-themes.server.ts';
import type { Following } from './following.ts';

/**
 * Answers given in confidence: one follow-up about a closed lane at most, which leads to nobody, and only where it may be told
 * that so many raised the theme.
 */
export async function followThemeLanes(
  house: House,
  workspace: Workspace,
  { rule, trigger: { themeId } }: Following<ThemeTrigger>,
  hooks: Hooks,
): Promise<void> {
  const { id, programmeId, personaId, what, ownerId, hours } = rule;
  // All of a lane is shown some time after it was tagged: what was confirmed since the rule began is looked at again.
  const asked = { programmeId, personaId, themeId, since: rule.since };
  const thresholds = await readThresholds(house.reading, workspace);
  const nobody = { accountId: null, personId: null, responseId: null, invitationId: null };
  const lanes = await listConfirmedLanes(house.reading, workspace, asked);
  const abouts = lanes.map(({ waveId }) => waveId);
  const before = await findOpenedFor(house.reading, workspace, { ruleId: id, abouts });
  for (const { waveId, closedAt } of lanes) {
    if (closedAt === null || before.has(waveId)) continue;
    const raised = await readRaised(house.reading, workspace, { waveId, personaId, themeId }, thresholds);
    if (raised?.kind !== 'raised') continue;
    const opened = {
      ...{ ...nobody, surveyVersionId: null, waveId, programmeId, personaId, what, ownerId, due: { hours } },
      ...{ cameFrom: 'lane' as const, rule: { id, about: waveId }, actor: 'system', themeId },
      words: 'Several people raised it in confidence. Who they are is told to nobody.',
    };
    await inTransaction(house.db, (tx) => openInside({ ...house, db: tx }, workspace, opened, hooks));
  }
}
