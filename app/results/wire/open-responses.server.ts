import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { type RefusedRows, refuseRows } from '../export/refuse-rows.server.ts';
import { listWaves, type WaveLine } from '../lane.store.server.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';
import { mayShowRows } from './may-show-rows.server.ts';
import { readLaneResponses } from './read-lane-responses.server.ts';
import type { QuestionColumn, ResponseOut } from './response-wire.ts';

export interface OpenResponses {
  kind: 'open';
  /** In lane order; each belongs to one persona. */
  questionColumns: QuestionColumn[];
  /** Persona ids whose answers nobody can be joined to, and of whom too few may be read. */
  withheld: string[];
  /** Persona by persona, a page at a time: memory does not grow with the number of answers. */
  rows: AsyncGenerator<ResponseOut, void, undefined>;
}

/**
 * The responses of a wave, to be read once, or why nobody may have them; null for no such wave. The rule is that of files of
 * answers: a stream of them is a file that is not kept.
 */
export async function openResponses(
  house: Pick<House, 'db' | 'reading' | 'clock'>,
  workspace: Workspace,
  { waveId, actor, format }: { waveId: string; actor: Actor; format: string },
): Promise<OpenResponses | RefusedRows | null> {
  const db = house.reading;
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  if (!wave) return null;
  const asked = { responses: format };
  const refused = await refuseRows(house, workspace, { waves: [wave], asked, actor });
  if (refused) return refused;
  const thresholds = await readThresholds(db, workspace);
  const all = await readLanes(db, workspace, wave);
  const open: Lane[] = [];
  for (const lane of all) if (await mayShowRows(db, workspace, { wave, lane }, thresholds)) open.push(lane);
  return {
    kind: 'open',
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
