import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { figureOf } from '../figure.ts';
import { listWaves, type WaveLine } from '../lane.store.server.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { readLaneResponses } from './read-lane-responses.server.ts';
import { questionColumn, type ResponseOut } from './response-wire.ts';

export interface OpenResponses {
  /** In lane order; each belongs to one persona. */
  questionColumns: string[];
  /** Persona ids whose answers were given in confidence by too few to be shown. */
  withheld: string[];
  /** Persona by persona, a page at a time: memory does not grow with the number of answers. */
  rows: AsyncGenerator<ResponseOut, void, undefined>;
}

/** People whose answers must stand together before any is given out in confidence (RELIABILITY 4.1). */
const CONFIDENTIAL_ROWS = 10;

/** The responses of a wave, to be read once; null for no such wave. */
export async function openResponses(
  db: Db,
  workspace: Workspace,
  waveId: string,
  thresholds: Thresholds,
): Promise<OpenResponses | null> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  if (!wave) return null;
  const all = await readLanes(db, workspace, wave);
  const open = all.filter((lane) => mayShow(wave, lane, thresholds));
  return {
    questionColumns: open.flatMap(({ row, questions, texts }) =>
      [...questions, ...(wave.confidentiality === 'attributed' ? texts : [])].map(({ key }) =>
        questionColumn(row.persona.id, key),
      ),
    ),
    withheld: all.filter((lane) => !open.includes(lane)).map(({ row }) => row.persona.id),
    rows: readLanesInTurn(db, workspace, wave, open),
  };
}

function mayShow(wave: WaveLine, { score }: Lane, thresholds: Thresholds): boolean {
  if (wave.confidentiality === 'attributed') return true;
  return score !== null && score.n >= CONFIDENTIAL_ROWS && figureOf(score, thresholds).showing === 'shown';
}

async function* readLanesInTurn(
  db: Db,
  workspace: Workspace,
  wave: WaveLine,
  lanes: readonly Lane[],
): AsyncGenerator<ResponseOut, void, undefined> {
  for (const lane of lanes) yield* readLaneResponses(db, workspace, wave, lane);
}
