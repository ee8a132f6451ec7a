import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from './confidence/policy.ts';
import { countReadable, inOrderAsked, readOpenedTexts } from './confidence/read-opened-texts.server.ts';
import { COMMENTS_COUNTED } from './display.ts';
import type { WaveLine } from './lane.store.server.ts';
import type { TextsOf } from './narrowed-texts.store.server.ts';
import { BANDS, type Narrowing } from './narrowing.ts';
import type { Lane } from './read-lanes.server.ts';
import { aboutTexts, otherOf, readableTexts, wholeResponses } from './texts.ts';
import type { Thresholds } from './thresholds.ts';
import {
  countVerbatims,
  findFloor,
  listScorers,
  listVerbatims,
  readScoresOf,
  type VerbatimRow,
} from './verbatim.store.server.ts';

/** One text as it may be shown: whoever may not see a name gets none. */
export interface Verbatim {
  /** In confidence a handle that tells no time. */
  responseId: string;
  questionKey: string;
  words: string;
  /** What it was written to, where that is not the one question that asks for words. */
  about: string | null;
  /** The choice it was written beside, such as "Something else". */
  beside: string | null;
  /** Null in confidence: the day could tell whose it is. */
  answeredAt: number | null;
  score: number | null;
  by: { name: string | null; title: string | null; account: string | null };
}

export interface VerbatimsWanted extends Narrowing {
  wave: WaveLine;
  lane: Lane;
  /** Texts; those of the last response are not cut off. */
  limit: number;
  /** Only responses that follow this one in the order of the page, for paging; in confidence by its handle. */
  before?: string | undefined;
  responseId?: string;
  /** Only texts written to this question. */
  questionKey?: string;
}

export interface VerbatimPage {
  verbatims: Verbatim[];
  /** The response to go on after, when there is more to look through; in confidence its handle. */
  older: string | null;
  /** Answered in confidence, and what was asked for would leave too few people, or leave too few out. */
  isWithheld: boolean;
}

/** Texts to each question that one search looks through; whoever wants older ones goes on from there. */
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
 * The texts of one persona of one wave. Attributed: newest first, with name, title and account. Otherwise without any of
 * them, and only as far as they may be read.
 */
export async function readVerbatimPage(
  db: Db,
  workspace: Workspace,
  wanted: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<VerbatimPage> {
  const { wave, lane, limit, before, responseId, questionKey: only } = wanted;
  if (isInConfidence(wave.confidentiality)) return readOpenedTexts(db, workspace, wanted, thresholds);
  const readable = readableTexts(lane.asked, wave.confidentiality);
  const questionKeys = only === undefined ? readable : readable.filter((key) => key === only);
  const pin = { waveId: wave.id, personaId: lane.row.persona.id, questionKeys };
  const part = { search: wanted.search || undefined, themeId: wanted.themeId, sorted: wanted.sorted };
  const { responseIds, floor } = await lookThrough(db, workspace, wanted, { ...pin, ...part });
  const page = { ...pin, ...part, before, responseId, responseIds, notBelow: floor ?? undefined };
  // One text more than could stand on the page says that there are more.
  const limited = { ...page, limit: limit + questionKeys.length + 1 };
  const found = responseIds?.length === 0 ? [] : await listVerbatims(db, workspace, limited);
  const rows = wholeResponses(inOrderAsked(found, lane.asked), limit);
  return {
    verbatims: await withScores(db, workspace, { ...pin, lane }, rows),
    older: found.length > rows.length ? rows.at(-1)!.responseId : floor,
    isWithheld: false,
  };
}

/**
 * How far one page looks: through so many texts where words are sought, through so many responses where they are chosen by
 * score.
 */
async function lookThrough(
  db: Db,
  workspace: Workspace,
  { lane, band, before }: VerbatimsWanted,
  pin: TextsOf,
): Promise<{ responseIds?: string[]; floor: string | null }> {
  const questionKey = lane.score?.question.key;
  if (band && questionKey) {
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

async function withScores(
  db: Db,
  workspace: Workspace,
  { lane, ...pin }: { waveId: string; personaId: string; lane: Lane },
  rows: readonly VerbatimRow[],
): Promise<Verbatim[]> {
  const about = aboutTexts(lane.asked);
  const beside = new Map(lane.asked.map((question) => [question.key, otherOf(question)]));
  const questionKey = lane.score?.question.key;
  const responseIds = rows.map((row) => row.responseId);
  const scores =
    questionKey && responseIds.length > 0
      ? await readScoresOf(db, workspace, { ...pin, questionKey, responseIds })
      : new Map<string, number>();
  return rows.map((row) => ({
    responseId: row.responseId,
    questionKey: row.questionKey,
    words: row.words,
    about: about.get(row.questionKey) ?? null,
    beside: beside.get(row.questionKey) ?? null,
    answeredAt: row.answeredAt,
    score: scores.get(row.responseId) ?? null,
    by: { name: row.personName, title: row.title, account: row.accountName },
  }));
}

/** How many texts of one persona there are to read; see `COMMENTS_COUNTED`. */
export async function countTexts(
  db: Db,
  workspace: Workspace,
  of: Pick<VerbatimsWanted, 'wave' | 'lane' | 'sorted'>,
  thresholds: Thresholds,
): Promise<number> {
  const { wave, lane, sorted } = of;
  if (isInConfidence(wave.confidentiality)) return countReadable(db, workspace, of, thresholds);
  const questionKeys = readableTexts(lane.asked, wave.confidentiality);
  const written = { waveId: wave.id, personaId: lane.row.persona.id, questionKeys, sorted };
  return countVerbatims(db, workspace, written, COMMENTS_COUNTED + 1);
}
