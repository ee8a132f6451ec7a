import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { wholeResponses } from '../texts.ts';
import { openLane } from './open-lane.server.ts';
import { pageTags as readPage } from './tag.store.server.ts';
import type { LaneAt, TagRow } from './theme.ts';

export type PagedTags =
  /** `next`: the response to go on after. */
  { kind: 'tags'; tags: TagRow[]; next: string | null } | { kind: 'unknown' } | { kind: 'in_confidence' };

/** More tags than one response can have. */
const OF_ONE_RESPONSE = 500;

/** The tags of ONE persona of a wave, response by response; where confidence was promised a tag would say who wrote what. */
export async function pageTags(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: LaneAt,
  of: {
    themeId?: string | undefined;
    state: 'confirmed' | 'suggested';
    after?: string | undefined;
    limit: number;
  },
): Promise<PagedTags> {
  const lane = { waveId, personaId };
  const open = await openLane(db, workspace, lane);
  if (open.kind === 'unknown') return { kind: 'unknown' };
  if (open.kind === 'withheld' || open.confidentiality !== 'attributed') return { kind: 'in_confidence' };
  const rows = await readPage(db, workspace, lane, { ...of, limit: of.limit + OF_ONE_RESPONSE });
  const tags = wholeResponses(rows, of.limit);
  return { kind: 'tags', tags, next: rows.length > tags.length ? tags.at(-1)!.responseId : null };
}
