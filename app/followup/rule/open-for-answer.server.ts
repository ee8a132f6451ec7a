import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findResponder } from '../about.store.server.ts';
import type { Hooks } from '../hooks.server.ts';
import { openInside } from '../open-inside.server.ts';
import type { Rule } from './rule.ts';

/** Opens what a rule asks for about whoever gave an answer; in confidence nothing is opened. */
export async function openForAnswer(
  house: House,
  workspace: Workspace,
  { rule, waveId, responseId }: { rule: Rule; waveId: string; responseId: string },
  hooks: Hooks,
): Promise<void> {
  const { id, programmeId, personaId, what, ownerId, hours, trigger } = rule;
  const themeId = trigger.kind === 'theme' ? trigger.themeId : null;
  await inTransaction(house.db, async (tx) => {
    const by = await findResponder(tx, workspace, { waveId, personaId, responseId });
    if (by?.confidentiality !== 'attributed') return;
    const { personId, accountId, invitationId, versionId: surveyVersionId } = by;
    const about = { waveId, responseId, personId, accountId, invitationId, surveyVersionId };
    const opened = {
      ...{ ...about, programmeId, personaId, what, ownerId, due: { hours }, themeId },
      ...{ cameFrom: 'answer' as const, rule: { id, about: responseId }, actor: 'system', words: '' },
    };
    await openInside({ ...house, db: tx }, workspace, opened, hooks);
  });
}
