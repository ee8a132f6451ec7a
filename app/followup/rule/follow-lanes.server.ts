import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { hasLaneFallen } from '#app/results/falling/has-lane-fallen.server.ts';
import type { Hooks } from '../hooks.server.ts';
import { openInside } from '../open-inside.server.ts';
import { type AnswerTrigger, type Following, lineOf } from './following.ts';
import { listRuleLanes } from './sign.store.server.ts';

/**
 * Answers given in confidence: one follow-up about the lane at most, which leads to nobody. It is looked once, when the wave
 * was closed: sooner, the moment would say who answered; later, one answer that is released might.
 */
export async function followLanes(
  house: House,
  workspace: Workspace,
  { rule, trigger, span }: Following<AnswerTrigger>,
  hooks: Hooks,
): Promise<void> {
  const { id, programmeId, personaId, what, ownerId, hours } = rule;
  const { surveyId, questionKey } = trigger;
  const lanes = await listRuleLanes(house.reading, workspace, { programmeId, personaId, surveyId });
  const nobody = { accountId: null, personId: null, responseId: null, invitationId: null };
  for (const { waveId, closedAt } of lanes) {
    if (closedAt === null || closedAt <= span.from || closedAt > span.until) continue;
    const pin = { waveId, personaId, questionKey };
    if (!(await hasLaneFallen(house.reading, workspace, pin, lineOf(trigger)))) continue;
    const opened = {
      ...{ ...nobody, surveyVersionId: null, waveId, programmeId, personaId, what, ownerId, due: { hours } },
      ...{ cameFrom: 'lane' as const, rule: { id, about: waveId }, actor: 'system' },
      words: 'Several people said so in confidence. Who they are is told to nobody.',
    };
    await inTransaction(house.db, (tx) => openInside({ ...house, db: tx }, workspace, opened, hooks));
  }
}
