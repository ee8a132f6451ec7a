import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Difference, differenceBetween } from '#app/results/difference.ts';
import { type Figure, figureOf } from '#app/results/figure.ts';
import { asksByName, listWavesOf, newestOf, type WaveLine } from '#app/results/lane.store.server.ts';
import { listPurposes, type StatedPurpose } from '#app/results/purpose.store.server.ts';
import { type Lane, readLanesOf } from '#app/results/read-lanes.server.ts';
import { rule, wavesBefore } from '#app/results/read-persona-page.server.ts';
import { readVerbatims, type Verbatim } from '#app/results/read-verbatims.server.ts';
import type { Ruling } from '#app/results/ruling.ts';
import type { Thresholds } from '#app/results/thresholds.ts';
import { heldAmong, judgeTogether, type Together } from '#app/results/together.ts';

export interface OverviewLane {
  lane: Lane;
  figure: Figure | null;
  since: Difference | null;
  ruling: Ruling;
  purpose: StatedPurpose | null;
  /** The one text that the team chose for this page. */
  said: Verbatim | null;
}

/** One lane per persona of one wave, and nothing that could hold a total. */
export interface Overview {
  wave: WaveLine;
  waves: WaveLine[];
  /** The wave that each lane is compared with, where one was chosen; null: the one before that asked its persona. */
  against: WaveLine | null;
  purposes: ReadonlyMap<string, StatedPurpose>;
  lanes: OverviewLane[];
  /** The changes of all lanes, judged as one family. */
  together: Together;
}

/**
 * The figures of the executive's page, of a wave that was found.
 * @param against an earlier wave of the same programme, as `pairOf` judged it
 */
export async function readOverview(
  db: Db,
  workspace: Workspace,
  { wave, waves, against }: Pick<Overview, 'wave' | 'waves' | 'against'>,
  thresholds: Thresholds,
): Promise<Overview> {
  const [purposes, { own, beforeOf }] = await Promise.all([
    listPurposes(db, workspace, wave.programmeId),
    readBeside(db, workspace, { wave, waves, against }),
  ]);
  const lanes = await Promise.all(
    own.map((lane) => {
      const { id } = lane.row.persona;
      const of = { wave, lane, before: beforeOf(id), purpose: purposes.get(id) ?? null };
      return readOverviewLane(db, workspace, of, thresholds);
    }),
  );
  return { wave, waves, against, purposes, ...judged(lanes) };
}

/** All changes of the page are one family: of five looked at one by one, one is found by chance the sooner. */
function judged(lanes: readonly OverviewLane[]): Pick<Overview, 'lanes' | 'together'> {
  const together = judgeTogether(
    lanes.flatMap(({ lane, since }) =>
      since?.kind === 'difference' ? [{ key: lane.row.persona.id, p: since.p, verdict: since.verdict }] : [],
    ),
  );
  const among = (one: OverviewLane) => heldAmong(one.lane.row.persona.id, one.since, together);
  return { together, lanes: lanes.map((one) => ({ ...one, since: among(one) })) };
}

/**
 * A closed wave says something; an open one still changes; imported answers are somebody else's asking, and whoever
 * came through a link was asked by nobody.
 */
export function newestToRead(waves: readonly WaveLine[]): WaveLine | undefined {
  const asked = waves.filter(asksByName);
  return asked.find(({ state }) => state === 'closed') ?? asked[0] ?? newestOf(waves);
}

interface LaneOf {
  wave: WaveLine;
  lane: Lane;
  before: Lane['score'];
  purpose: StatedPurpose | null;
}

async function readOverviewLane(
  db: Db,
  workspace: Workspace,
  { wave, lane, before, purpose }: LaneOf,
  thresholds: Thresholds,
): Promise<OverviewLane> {
  const figure = lane.score && figureOf(lane.score, thresholds);
  const since = lane.score && before ? differenceBetween(before, lane.score, thresholds) : null;
  const said = lane.row.chosenResponseId
    ? await readVerbatims(
        db,
        workspace,
        { wave, lane, limit: 1, responseId: lane.row.chosenResponseId },
        thresholds,
      )
    : [];
  return { lane, figure, since, ruling: rule(purpose, figure), purpose, said: said[0] ?? null };
}

interface Beside {
  own: Lane[];
  /** What a persona answered in the wave to compare with; null where it was not asked for a score in it. */
  beforeOf(personaId: string): Lane['score'];
}

/**
 * The lanes of a wave and of those that they are compared with, which is most often one, in as many trips as of a single wave.
 * Whoever comes through a link is another population, and is compared with none.
 */
async function readBeside(
  db: Db,
  workspace: Workspace,
  { wave, waves, against }: Pick<Overview, 'wave' | 'waves' | 'against'>,
): Promise<Beside> {
  const asked = await listWavesOf(db, workspace, wave.programmeId);
  const waveBefore = (personaId: string) =>
    against ?? (wave.kind === 'link' ? undefined : wavesBefore(waves, wave, asked.get(personaId))[0]);
  const before = [...asked.keys()].flatMap((personaId) => waveBefore(personaId) ?? []);
  const lanes = await readLanesOf(db, workspace, [...new Set([wave, ...before])]);
  const beforeOf = (personaId: string) => {
    const compared = lanes.get(waveBefore(personaId)?.id ?? '');
    return compared?.find(({ row }) => row.persona.id === personaId)?.score ?? null;
  };
  return { own: lanes.get(wave.id)!, beforeOf };
}
