import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countOpened } from '../confidence/shown.store.server.ts';
import type { WaveLine } from '../lane.store.server.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { mayShowRows } from '../wire/may-show-rows.server.ts';
import { readLaneResponses } from '../wire/read-lane-responses.server.ts';
import type { ResponseOut } from '../wire/response-wire.ts';
import { answerCell, type Placed, QuestionColumns } from './question-columns.ts';
import { FACT_COLUMNS, factCells } from './row-facts.ts';
import type { Cell, Table, TableColumn } from './table.ts';

export interface OpenRows {
  table: Table;
  /** What stands in the columns of questions, for the list that goes with the file. */
  questions: readonly TableColumn[];
  total: number;
  /** Ids of personas of whom too few answered in confidence. */
  withheld: string[];
}

interface Opened {
  wave: WaveLine;
  lane: Lane;
  places: Placed[];
}

/**
 * The responses of some waves as one table: wave by wave and persona by persona, a line for each response and none for
 * several. In memory is a page of them. Never asked for a confidential wave (`order-export.server.ts`).
 */
export async function openRows(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
  thresholds: Thresholds,
): Promise<OpenRows> {
  const columns = new QuestionColumns(FACT_COLUMNS.length);
  const opened: Opened[] = [];
  const withheld = new Set<string>();
  let total = 0;
  for (const wave of waves) {
    for (const lane of await readLanes(db, workspace, wave)) {
      const { persona } = lane.row;
      if (await mayShowRows(db, workspace, { wave, lane }, thresholds)) {
        const open = wave.confidentiality === 'attributed';
        opened.push({ wave, lane, places: columns.place({ persona, asked: lane.asked, open }) });
        // In confidence what is heard is told as a band, and not all of it may be read.
        total += open ? lane.heard : await countOpened(db, workspace, wave.id, persona.id);
      } else if (lane.heard > 0) withheld.add(persona.id);
    }
  }
  const all = [...FACT_COLUMNS, ...columns.columns];
  return {
    table: { columns: all, rows: readInTurn(db, workspace, opened, all.length) },
    questions: columns.columns,
    total,
    withheld: [...withheld],
  };
}

async function* readInTurn(
  db: Db,
  workspace: Workspace,
  opened: readonly Opened[],
  width: number,
): AsyncGenerator<readonly Cell[]> {
  const personas = new Map((await listPersonas(db, workspace)).map(({ id, name }) => [id, name]));
  for (const { wave, lane, places } of opened) {
    const from = {
      persona: lane.row.persona.name,
      wave: wave.name,
      programme: wave.programmeName,
      programmeId: toSlug('programme', wave.programmeId),
      nameOf: (personaId: string) => personas.get(personaId) ?? personaId,
    };
    for await (const response of readLaneResponses(db, workspace, wave, lane))
      yield toRow(response, factCells(response, from), places, width);
  }
}

function toRow(
  { answers }: ResponseOut,
  facts: readonly Cell[],
  places: readonly Placed[],
  width: number,
): readonly Cell[] {
  const row: Cell[] = new Array<Cell>(width).fill(null);
  for (const [at, cell] of facts.entries()) row[at] = cell;
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  for (const place of places) {
    const answer = given.get(place.question);
    if (answer) row[place.at] = answerCell(answer, place);
  }
  return row;
}
