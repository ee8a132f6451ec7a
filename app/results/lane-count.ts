/** What a kept response adds to the rollups; a stage further up hands it in with its transaction. */
export interface Countable {
  responseId: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  accountId: string | null;
  answers: readonly { questionKey: string; values: readonly string[] }[];
}

/** How many people of one account gave one value to one question. */
export interface Cell {
  /** `NO_ACCOUNT` where nobody named one. */
  accountId: string;
  questionKey: string;
  value: string;
  people: number;
}

/** The same as it is read, with whose account it is. */
export interface TallyRow {
  accountId: string | null;
  accountName: string | null;
  value: string;
  people: number;
}

/** What some responses of ONE persona in one wave add to its counters. */
export interface LaneCount {
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  responses: number;
  cells: readonly Cell[];
}

/** Kept in the place of an account nobody named: part of a primary key, so it cannot be null. */
export const NO_ACCOUNT = '';

/** Responses summed up, lane by lane: one person for each value that a response gave. */
export function sumUp(kept: readonly Countable[]): LaneCount[] {
  const counts = kept.map(({ waveId, personaId, surveyVersionId, accountId, answers }) => ({
    ...{ waveId, personaId, surveyVersionId, responses: 1 },
    cells: answers.flatMap(({ questionKey, values }) =>
      values.map((value) => ({ accountId: accountId ?? NO_ACCOUNT, questionKey, value, people: 1 })),
    ),
  }));
  return mergeCounts(counts);
}

/** The same counts with each lane and each cell once, always in one order: two at once wait and never deadlock. */
export function mergeCounts(counts: readonly LaneCount[]): LaneCount[] {
  // No id holds the sign between them.
  const lanes = Map.groupBy(counts, ({ waveId, personaId }) => `${waveId}|${personaId}`);
  return inOrder(lanes).map((own) => ({
    ...own[0]!,
    responses: own.reduce((sum, { responses }) => sum + responses, 0),
    cells: mergeCells(own.flatMap(({ cells }) => cells)),
  }));
}

function mergeCells(cells: readonly Cell[]): Cell[] {
  const merged = new Map<string, Cell>();
  for (const cell of cells) {
    // A value may hold anything, so it comes last.
    const key = `${cell.questionKey}|${cell.accountId}|${cell.value}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, people: known.people + cell.people } : cell);
  }
  return inOrder(merged);
}

function inOrder<T>(byKey: ReadonlyMap<string, T>): T[] {
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
