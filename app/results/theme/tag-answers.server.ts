import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { nameTexts } from './name-texts.server.ts';
import { openLane } from './open-lane.server.ts';
import { findTexts, insertTags } from './tag.store.server.ts';
import { findTheme } from './theme.store.server.ts';
import { type LaneAt, MOST_AT_ONCE, type TextAt } from './theme.ts';

export interface Tagging extends LaneAt {
  themeId: string;
  /** Texts of this lane; all of them are tagged or none. */
  on: readonly TextAt[];
  actor: Actor;
}

export type Tagged =
  | { kind: 'tagged'; texts: number }
  | { kind: 'unknown'; what: 'theme' | 'lane' | 'text' }
  | { kind: 'closed' }
  | { kind: 'withheld' }
  | { kind: 'too_many' };

/** Tags texts of ONE persona of one wave with a theme; from now on they count. */
export async function tagAnswers(
  { db, reading, ids, clock }: Pick<House, 'db' | 'reading' | 'ids' | 'clock'>,
  workspace: Workspace,
  { waveId, personaId, themeId, on, actor }: Tagging,
): Promise<Tagged> {
  if (on.length > MOST_AT_ONCE) return { kind: 'too_many' };
  const lane = { waveId, personaId };
  const open = await openLane(reading, workspace, lane);
  if (open.kind !== 'open') return open.kind === 'unknown' ? { kind: 'unknown', what: 'lane' } : open;
  return inTransaction(db, async (tx): Promise<Tagged> => {
    const theme = await findTheme(tx, workspace, themeId);
    if (!theme) return { kind: 'unknown', what: 'theme' };
    if (theme.closedAt !== null) return { kind: 'closed' };
    const named = await nameTexts(tx, workspace, lane, open, on);
    const texts = await findTexts(tx, workspace, lane, named);
    if (texts.length === 0 || texts.length < on.length) return { kind: 'unknown', what: 'text' };
    const at = clock.now();
    await insertTags(tx, workspace, { ...lane, themeId, by: actor, at }, texts);
    const entry = { id: ids.make(), at, actor, act: 'tag_answers', subject: themeId };
    await writeAudit(tx, workspace, { ...entry, detail: { ...lane, texts: texts.length } });
    return { kind: 'tagged', texts: texts.length };
  });
}
