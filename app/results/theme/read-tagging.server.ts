import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { handleOf } from '../confidence/handle.ts';
import { findAllOpened } from '../confidence/opened-text.store.server.ts';
import { isInConfidence } from '../confidence/policy.ts';
import { type LaneRow, listLanes, listWaves, newestOf, type WaveLine } from '../lane.store.server.ts';
import type { Narrowing } from '../narrowing.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import { countTexts, readVerbatimPage, type Verbatim } from '../read-verbatims.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { listTagsOf, placeOf } from './tag.store.server.ts';
import { listThemeRows } from './theme.store.server.ts';
import type { LaneAt, TagRow, Theme } from './theme.ts';

export interface AskedTagging extends Narrowing {
  waveId: string | null;
  personaId: string | null;
  before?: string | undefined;
}

/** The texts of one persona of one wave, each with its tags. */
export interface TaggingPage {
  waves: WaveLine[];
  wave: WaveLine;
  lanes: LaneRow[];
  lane: Lane;
  texts: (Verbatim & { tags: TagRow[] })[];
  older: string | null;
  isWithheld: boolean;
  /**
   * Of all its texts: how many there are, how many no theme was confirmed of, how many wait for a word on a suggestion; see
   * `COMMENTS_COUNTED`.
   */
  counts: { all: number; notYet: number; suggested: number };
  themes: Theme[];
}

const SHOWN = 40;

/** Null while no wave has a persona who answered. */
export async function readTagging(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, before, ...narrowing }: AskedTagging,
  thresholds: Thresholds,
): Promise<TaggingPage | null> {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === waveId) ?? newestOf(waves);
  const lanes = wave ? await listLanes(db, workspace, wave.id) : [];
  const row = lanes.find(({ persona }) => persona.id === personaId) ?? lanes[0];
  const [lane] = wave && row ? await readLanes(db, workspace, wave, row.persona.id) : [];
  if (!wave || !lane) return null;
  const wanted = { ...narrowing, wave, lane, limit: SHOWN, before };
  const { verbatims, ...page } = await readVerbatimPage(db, workspace, wanted, thresholds);
  const pin = { waveId: wave.id, personaId: lane.row.persona.id };
  const byText = await readTags(
    db,
    workspace,
    { ...pin, isQuiet: isInConfidence(wave.confidentiality) },
    verbatims,
  );
  const count = (sorted?: 'not_yet' | 'suggested') =>
    countTexts(db, workspace, { wave, lane, sorted }, thresholds);
  return {
    ...{ waves, wave, lanes, lane, ...page },
    texts: verbatims.map((text) => ({ ...text, tags: byText.get(placeOf(text)) ?? [] })),
    counts: { all: await count(), notYet: await count('not_yet'), suggested: await count('suggested') },
    themes: await listThemeRows(db, workspace),
  };
}

/** The tags of texts, each at the place that its text is shown by: in confidence at the handle of its response. */
async function readTags(
  db: Db,
  workspace: Workspace,
  { isQuiet, ...at }: LaneAt & { isQuiet: boolean },
  verbatims: readonly Verbatim[],
): Promise<Map<string, TagRow[]>> {
  const shown = [...new Set(verbatims.map(({ responseId }) => responseId))];
  const responseIds = isQuiet
    ? [...(await findAllOpened(db, workspace, { ...at, handles: shown })).values()]
    : shown;
  const tags = await listTagsOf(db, workspace, at, responseIds);
  const told = isQuiet ? tags.map((tag) => ({ ...tag, responseId: handleOf(tag.responseId) })) : tags;
  return Map.groupBy(told, placeOf);
}
