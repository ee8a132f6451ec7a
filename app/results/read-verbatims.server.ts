import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from './lane.store.server.ts';
import type { TextsOf } from './narrowed-texts.store.server.ts';
import { BANDS, mayShowPart, type Narrowing } from './narrowing.ts';
import type { Lane } from './read-lanes.server.ts';
import { aboutTexts, fewestWriters, otherOf, placesOf, readableTexts, wholeResponses } from './texts.ts';
import type { Thresholds } from './thresholds.ts';
import {
  countWriters,
  findFloor,
  listScorers,
  listVerbatims,
  readScoresOf,
  type VerbatimRow,
} from './verbatim.store.server.ts';

/** One text as it may be shown: whoever may not see a name gets none. */
export interface Verbatim {
  responseId: string;
  questionKey: string;
  words: string;
  /** What it was written to, where that is not the one question that asks for words. */
  about: string | null;
  /** The choice it was written beside, such as "Something else". */
  beside: string | null;
  answeredAt: number;
  score: number | null;
  by: { name: string | null; title: string | null; account: string | null };
}

export interface VerbatimsWanted extends Narrowing {
  wave: WaveLine;
  lane: Lane;
  /** Texts; those of the last response are not cut off. */
  limit: number;
  /** Only responses before this one, for paging. */
  before?: string | undefined;
  responseId?: string;
}

export interface VerbatimPage {
  verbatims: Verbatim[];
  /** The response to go on before, when there is more to look through. */
  older: string | null;
  /** Answered in confidence, and what was asked for would leave too few people, or leave too few out. */
  isWithheld: boolean;
}

/** Texts that one search looks through; whoever wants older ones goes on from there. */
const LOOKED_THROUGH = 20_000;
/** Responses that one page chooses by score. */
const SCORERS = 2_000;

/** As `readVerbatimPage`, the texts alone. */
export async function readVerbatims(
  db: Db,
  workspace: Workspace,
  wanted: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<Verbatim[]> {
  return (await readVerbatimPage(db, workspace, wanted, thresholds)).verbatims;
}

/**
 * The texts of one persona of one wave, newest first. Attributed: with name, title and account. Otherwise
 * without any of the three, without the score, and only once enough people wrote; a part of them only where neither it nor
 * the rest is a few.
 */
export async function readVerbatimPage(
  db: Db,
  workspace: Workspace,
  wanted: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<VerbatimPage> {
  const { wave, lane, limit, before, responseId } = wanted;
  const attributed = wave.confidentiality === 'attributed';
  const questionKeys = readableTexts(lane.asked, wave.confidentiality);
  const pin = { waveId: wave.id, personaId: lane.row.persona.id, questionKeys };
  const part = partOf(wanted);
  if (!attributed && !(await isTold(db, workspace, pin, part, thresholds)))
    return { verbatims: [], older: null, isWithheld: true };
  const { responseIds, floor } = await lookThrough(db, workspace, wanted, { ...pin, ...part });
  const page = { ...pin, ...part, before, responseId, responseIds, notBelow: floor ?? undefined };
  // One text more than could stand on the page says that there are more.
  const limited = { ...page, limit: limit + questionKeys.length + 1 };
  const found = responseIds?.length === 0 ? [] : await listVerbatims(db, workspace, limited);
  const about = aboutTexts(lane.asked);
  const beside = new Map(lane.asked.map((question) => [question.key, otherOf(question)]));
  const rows = wholeResponses(inOrderAsked(found, lane.asked), limit).map((row) => ({
    ...row,
    about: about.get(row.questionKey) ?? null,
    beside: beside.get(row.questionKey) ?? null,
  }));
  const older = found.length > rows.length ? rows.at(-1)!.responseId : floor;
  const verbatims = attributed
    ? await withScores(db, workspace, { ...pin, scoreKey: lane.score?.question.key }, rows)
    : rows.map(withoutTraces);
  return { verbatims, older, isWithheld: false };
}

/** What is asked for but for the score, which the texts do not know. */
function partOf({ search, themeId, sorted }: Narrowing) {
  return { search: search || undefined, themeId, sorted };
}

/**
 * How far one page looks: through so many texts where words are sought, through so many responses where they are chosen by
 * score. In confidence no text is chosen by its score.
 */
async function lookThrough(
  db: Db,
  workspace: Workspace,
  { wave, lane, band, before }: VerbatimsWanted,
  pin: TextsOf,
): Promise<{ responseIds?: string[]; floor: string | null }> {
  const questionKey = lane.score?.question.key;
  if (band && questionKey && wave.confidentiality === 'attributed') {
    const { low, high } = BANDS[band];
    const asked = { ...pin, questionKey, low, high, before, limit: SCORERS };
    const responseIds = await listScorers(db, workspace, asked);
    return { responseIds, floor: responseIds.length < SCORERS ? null : responseIds.at(-1)! };
  }
  const floor = pin.search
    ? await findFloor(db, workspace, { ...pin, search: undefined, before }, LOOKED_THROUGH)
    : null;
  return { floor };
}

/** Whether so much was written in confidence that it may be read, and so much of it that a part may. */
async function isTold(
  db: Db,
  workspace: Workspace,
  pin: { waveId: string; personaId: string; questionKeys: readonly string[] },
  part: ReturnType<typeof partOf>,
  thresholds: Thresholds,
): Promise<boolean> {
  const all = await countWriters(db, workspace, pin);
  if (all < fewestWriters(thresholds)) return false;
  // What is sorted already is said of the work of members, and of nobody who wrote.
  if (!part.search && !part.themeId) return true;
  const found = await countWriters(db, workspace, { ...pin, ...part });
  return mayShowPart({ found, all }, thresholds);
}

async function withScores(
  db: Db,
  workspace: Workspace,
  { scoreKey, ...pin }: { waveId: string; personaId: string; scoreKey: string | undefined },
  rows: readonly PlacedRow[],
): Promise<Verbatim[]> {
  const responseIds = rows.map((row) => row.responseId);
  const scores =
    scoreKey && responseIds.length > 0
      ? await readScoresOf(db, workspace, { ...pin, questionKey: scoreKey, responseIds })
      : new Map<string, number>();
  return rows.map((row) => ({
    responseId: row.responseId,
    questionKey: row.questionKey,
    words: row.words,
    about: row.about,
    beside: row.beside,
    answeredAt: row.answeredAt,
    score: scores.get(row.responseId) ?? null,
    by: { name: row.personName, title: row.title, account: row.accountName },
  }));
}

/** The texts of one response stay together: first what was asked for in words, then what was written beside. */
function inOrderAsked(rows: readonly VerbatimRow[], asked: Lane['asked']): VerbatimRow[] {
  const places = placesOf(asked);
  const order = new Map([...new Set(rows.map(({ responseId }) => responseId))].map((id, at) => [id, at]));
  return [...rows].sort(
    (a, b) =>
      order.get(a.responseId)! - order.get(b.responseId)! ||
      (places.get(a.questionKey) ?? 0) - (places.get(b.questionKey) ?? 0),
  );
}

type PlacedRow = VerbatimRow & Pick<Verbatim, 'about' | 'beside'>;

function withoutTraces({ responseId, questionKey, words, about, beside, answeredAt }: PlacedRow): Verbatim {
  const day = 24 * 60 * 60 * 1000;
  return {
    responseId,
    questionKey,
    words,
    about,
    beside,
    answeredAt: Math.floor(answeredAt / day) * day,
    score: null,
    by: { name: null, title: null, account: null },
  };
}
