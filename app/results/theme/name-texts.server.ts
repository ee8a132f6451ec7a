import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isHandle } from '../confidence/handle.ts';
import { findAllOpened } from '../confidence/opened-text.store.server.ts';
import { isInConfidence } from '../confidence/policy.ts';
import type { OpenLane } from './open-lane.server.ts';
import type { LaneAt, TextAt } from './theme.ts';

/**
 * The texts that a member names, of those that may be read: in confidence by the handles of responses, of which only an opened
 * one stands for anything. Those that are none of them are left out.
 */
export async function nameTexts<T extends TextAt>(
  db: Db,
  workspace: Workspace,
  lane: LaneAt,
  { confidentiality, questionKeys }: Extract<OpenLane, { kind: 'open' }>,
  on: readonly T[],
): Promise<T[]> {
  const readable = on.filter(({ questionKey }) => questionKeys.includes(questionKey));
  if (!isInConfidence(confidentiality)) return readable;
  const handles = [...new Set(readable.map(({ responseId }) => responseId))].filter(isHandle);
  const opened = await findAllOpened(db, workspace, { ...lane, handles });
  return readable.flatMap((text) => {
    const responseId = opened.get(text.responseId);
    return responseId ? [{ ...text, responseId }] : [];
  });
}
