import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { listWaves, type WaveLine } from '../lane.store.server.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { mayShowRows } from './may-show-rows.server.ts';
import { readLaneResponses } from './read-lane-responses.server.ts';
import type { QuestionColumn, ResponseOut } from './response-wire.ts';

export interface OpenResponses {
  /** In lane order; each belongs to one persona. */
  questionColumns: QuestionColumn[];
  /** Persona ids whose answers were given in confidence by too few to be shown. */
  withheld: string[];
  /** Persona by persona, a page at a time: memory does not grow with the number of answers. */
  rows: AsyncGenerator<ResponseOut, void, undefined>;
}

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
  const open: Lane[] = [];
  for (const lane of all) if (await mayShowRows(db, workspace, { wave, lane }, thresholds)) open.push(lane);
  return {
    questionColumns: open.flatMap((lane) => columnsOf(wave, lane)),
    withheld: all.filter((lane) => !open.includes(lane)).map(({ row }) => row.persona.id),
    rows: readLanesInTurn(db, workspace, wave, open),
  };
}

/** In the order asked, part by part; in confidence without what people wrote in words or numbers of their own. */
function columnsOf({ confidentiality }: WaveLine, { row, asked }: Lane): QuestionColumn[] {
  const open = confidentiality === 'attributed';
  return asked.flatMap(({ key, frozen, reading: { view } }) => {
    if (!open && (view === 'words' || view === 'spread')) return [];
    return roomOf(frozen)
      .columns(frozen)
      .map(({ suffix }) => ({
        persona: row.persona.id,
        question: key,
        suffix,
        beside: view === 'shares' && suffix !== '',
      }))
      .filter(({ beside }) => open || !beside);
  });
}

async function* readLanesInTurn(
  db: Db,
  workspace: Workspace,
  wave: WaveLine,
  lanes: readonly Lane[],
): AsyncGenerator<ResponseOut, void, undefined> {
  for (const lane of lanes) yield* readLaneResponses(db, workspace, wave, lane);
}
