import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type LaneRow, listLanes, listWaves, newestOf, type WaveLine } from '../lane.store.server.ts';
import type { Narrowing } from '../narrowing.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import { readVerbatimPage, type Verbatim } from '../read-verbatims.server.ts';
import { readableTexts } from '../texts.ts';
import type { Thresholds } from '../thresholds.ts';
import { countVerbatims } from '../verbatim.store.server.ts';
import { listTagsOf, placeOf, type TagRow } from './tag.store.server.ts';
import { listThemeRows } from './theme.store.server.ts';
import type { Theme } from './theme.ts';

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
  /** Of all its texts: how many there are, how many no theme was confirmed of, how many wait for a word on a suggestion. */
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
  const at = { waveId: wave.id, personaId: lane.row.persona.id };
  const tags = await listTagsOf(
    db,
    workspace,
    at,
    verbatims.map(({ responseId }) => responseId),
  );
  const byText = Map.groupBy(tags, placeOf);
  const pin = { ...at, questionKeys: readableTexts(lane.asked, wave.confidentiality) };
  const count = (sorted?: 'not_yet' | 'suggested') => countVerbatims(db, workspace, { ...pin, sorted });
  return {
    ...{ waves, wave, lanes, lane, ...page },
    texts: verbatims.map((text) => ({ ...text, tags: byText.get(placeOf(text)) ?? [] })),
    counts: { all: await count(), notYet: await count('not_yet'), suggested: await count('suggested') },
    themes: await listThemeRows(db, workspace),
  };
}
