import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { asksByName, listWaves, type WaveLine } from '#app/results/lane.store.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { comparableWith, pairOf } from './compare/pair-of.ts';
import { keptWords } from './kept/kept.ts';
import { readKept } from './kept/read-kept.server.ts';
import type { Overdue } from './overdue/overdue.ts';
import { readOverdue } from './overdue/read-overdue.server.ts';
import { changeView, type LaneView, laneSentence } from './page/lane-view.ts';
import { newestToRead, type Overview, readOverview } from './read-overview.server.ts';

/** The executive's page: lanes of one persona each, and no place for a figure of several. */
export interface ExecutivePage {
  wave: WaveLine;
  waves: WaveLine[];
  against: WaveLine | null;
  /** Earlier waves that it can be compared with. */
  comparable: WaveLine[];
  lanes: LaneView[];
  overdue: Overdue;
}

export type ReadPage =
  | { kind: 'read'; page: ExecutivePage }
  | { kind: 'nothing_sent' }
  | { kind: 'unknown_wave' }
  /** Two waves that nothing can be said of. */
  | { kind: 'apart'; message: string };

/** @param asked `withId`: the wave to compare with; without it each lane is compared with the wave before it */
export async function readPage(
  { reading: db, clock }: Pick<House, 'reading' | 'clock'>,
  workspace: Workspace,
  asked: { waveId: string | null; withId: string | null },
): Promise<ReadPage> {
  const chosen = await choosePair({ reading: db }, workspace, asked);
  if (chosen.kind !== 'chosen') return chosen;
  const thresholds = await readThresholds(db, workspace);
  const overview = await readOverview(db, workspace, chosen.waveId, thresholds, chosen.against);
  if (!overview) return { kind: asked.waveId ? 'unknown_wave' : 'nothing_sent' };
  const { wave, waves, against } = overview;
  const now = clock.now();
  const page = {
    ...{ wave, waves, against, comparable: comparableWith(waves, wave) },
    lanes: await viewLanes({ reading: db }, workspace, overview, now),
    overdue: await readOverdue(db, workspace, { programmeId: wave.programmeId, now }),
  };
  return { kind: 'read', page };
}

type Chosen = { kind: 'chosen'; waveId: string | null; against: WaveLine | null };

async function choosePair(
  { reading: db }: Pick<House, 'reading'>,
  workspace: Workspace,
  { waveId, withId }: { waveId: string | null; withId: string | null },
): Promise<Chosen | Exclude<ReadPage, { kind: 'read' }>> {
  if (withId === null) return { kind: 'chosen', waveId, against: null };
  const waves = await listWaves(db, workspace);
  const pair = pairOf(waves, { waveId: waveId ?? newestToRead(waves)?.id ?? '', withId });
  switch (pair.kind) {
    case 'pair':
      return { kind: 'chosen', waveId: pair.later.id, against: pair.earlier };
    case 'unknown':
      return { kind: 'unknown_wave' };
    case 'apart':
      return pair;
    default:
      return pair satisfies never;
  }
}

async function viewLanes(
  { reading: db }: Pick<House, 'reading'>,
  workspace: Workspace,
  { wave, waves, purposes, lanes }: Overview,
  now: number,
): Promise<LaneView[]> {
  const keptOf = await readKept(db, workspace, { wave, waves, purposes, now });
  return lanes.map(({ lane, figure, since, ruling, purpose, said }) => {
    const { persona, known } = lane.row;
    const people = { persona, known, heard: lane.heard };
    return {
      ...people,
      ...{ invited: lane.invited, figure, ruling, withheld: null },
      since: since && changeView(since),
      rule: purpose && { words: purpose.changeRule, isRule: purpose.rule !== null },
      said: said && { words: said.words, by: said.by },
      kept: asksByName(wave) ? keptWords(keptOf(persona.id)) : null,
      sentence: laneSentence({ ...people, waveName: wave.name }, figure, since),
    };
  });
}
