import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findOpenedFor } from '../follow-up.store.server.ts';
import type { Hooks } from '../hooks.server.ts';
import { openInside } from '../open-inside.server.ts';
import type { Following } from './following.ts';
import type { Trigger } from './rule.ts';
import { listCorrections } from './sign.store.server.ts';

type CorrectionTrigger = Extract<Trigger, { kind: 'left' | 'role_correction' }>;

const SAID = { left: ['left'], role_correction: ['other', 'none'] } as const;
const PAGE = 500;

/**
 * Opens one follow-up for each new word of somebody on their role. It is said of a seat and is no answer, so whose seat it is
 * shows under every promise.
 */
export async function followCorrections(
  house: House,
  workspace: Workspace,
  { rule, trigger, span }: Following<CorrectionTrigger>,
  hooks: Hooks,
): Promise<void> {
  const { id: ruleId, programmeId, personaId, what, ownerId, hours } = rule;
  let since = span.from;
  for (;;) {
    const asked = { programmeId, personaId, said: SAID[trigger.kind], since, limit: PAGE };
    const said = await listCorrections(house.reading, workspace, asked);
    const abouts = said.map(({ id }) => id);
    const before = await findOpenedFor(house.reading, workspace, { ruleId, abouts });
    for (const { id, waveId, invitationId, personId, accountId } of said) {
      if (before.has(id)) continue;
      const opened = {
        ...{ waveId, invitationId, personId, accountId, surveyVersionId: null, responseId: null },
        ...{ programmeId, personaId, what, ownerId, due: { hours }, actor: 'system', words: '' },
        ...{ cameFrom: 'correction' as const, rule: { id: ruleId, about: id } },
      };
      await inTransaction(house.db, (tx) => openInside({ ...house, db: tx }, workspace, opened, hooks));
    }
    const last = said.at(-1)?.at;
    // A page of one and the same moment would be read for ever.
    if (said.length < PAGE || last === undefined || last === since) return;
    since = last;
  }
}
