import type { House } from '#app/platform/house.ts';
import { firstIdAt } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listFallen } from '#app/results/falling/list-fallen.server.ts';
import { findOpenedFor } from '../follow-up.store.server.ts';
import type { Hooks } from '../hooks.server.ts';
import { type AnswerTrigger, type Following, lineOf } from './following.ts';
import { openForAnswer } from './open-for-answer.server.ts';
import { listRuleLanes } from './sign.store.server.ts';

/** Opens one follow-up for each new answer on the wrong side of the rule's line, about whoever gave it. */
export async function followAnswers(
  house: House,
  workspace: Workspace,
  { rule, trigger, span }: Following<AnswerTrigger>,
  hooks: Hooks,
): Promise<void> {
  const { programmeId, personaId } = rule;
  const { surveyId, questionKey } = trigger;
  const lanes = await listRuleLanes(house.reading, workspace, { programmeId, personaId, surveyId });
  for (const { waveId } of lanes) {
    const pin = { waveId, personaId, questionKey };
    // An id begins with the moment it was made, also of what was held and is released now.
    let afterId: string | null = firstIdAt(span.from);
    while (afterId !== null) {
      const fallen = await listFallen(house.reading, workspace, pin, { line: lineOf(trigger), afterId });
      const asked = { ruleId: rule.id, abouts: fallen.responseIds };
      const before = await findOpenedFor(house.reading, workspace, asked);
      for (const responseId of fallen.responseIds)
        if (!before.has(responseId))
          await openForAnswer(house, workspace, { rule, waveId, responseId }, hooks);
      afterId = fallen.next;
    }
  }
}
