import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from './confidence/policy.ts';
import { countReadable, inOrderAsked, readOpenedTexts } from './confidence/read-opened-texts.server.ts';
import { COMMENTS_COUNTED } from './display.ts';
import type { WaveLine } from './lane.store.server.ts';
import type { Lane } from './read-lanes.server.ts';
import { aboutTexts, otherOf, readableTexts, wholeResponses } from './texts.ts';
import type { Thresholds } from './thresholds.ts';
import { countVerbatims, listVerbatims, readScoresOf } from './verbatim.store.server.ts';

/** One text as it may be shown: whoever may not see a name gets none. */
export interface Verbatim {
  /** In confidence a handle that tells no time. */
  responseId: string;
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

export interface VerbatimsWanted {
  wave: WaveLine;
  lane: Lane;
  /** Texts; those of the last response are not cut off. */
  limit: number;
  /** Only responses that follow this one in the order of the page, for paging; in confidence by its handle. */
  before?: string;
  responseId?: string;
  /** Only texts that hold these words. */
  search?: string;
  /** Only texts written to this question. */
  questionKey?: string;
}

/**
 * The texts of one persona of one wave. Attributed: newest first, with name, title and account. Otherwise without any of
 * them, and only as far as they may be read.
 */
export async function readVerbatims(
  db: Db,
  workspace: Workspace,
  wanted: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<Verbatim[]> {
  const { wave, lane, limit, before, responseId, search, questionKey: only } = wanted;
  if (isInConfidence(wave.confidentiality)) return readOpenedTexts(db, workspace, wanted, thresholds);
  const readable = readableTexts(lane.asked, wave.confidentiality);
  const questionKeys = only === undefined ? readable : readable.filter((key) => key === only);
  const pin = { waveId: wave.id, personaId: lane.row.persona.id, questionKeys };
  const enough = limit + questionKeys.length;
  const found = await listVerbatims(db, workspace, { ...pin, limit: enough, before, responseId, search });
  const about = aboutTexts(lane.asked);
  const beside = new Map(lane.asked.map((question) => [question.key, otherOf(question)]));
  const rows = wholeResponses(inOrderAsked(found, lane.asked), limit);
  const questionKey = lane.score?.question.key;
  const responseIds = rows.map((row) => row.responseId);
  const scores =
    questionKey && responseIds.length > 0
      ? await readScoresOf(db, workspace, { ...pin, questionKey, responseIds })
      : new Map<string, number>();
  return rows.map((row) => ({
    responseId: row.responseId,
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
  of: Pick<VerbatimsWanted, 'wave' | 'lane'>,
  thresholds: Thresholds,
): Promise<number> {
  const { wave, lane } = of;
  if (isInConfidence(wave.confidentiality)) return countReadable(db, workspace, of, thresholds);
  const questionKeys = readableTexts(lane.asked, wave.confidentiality);
  const written = { waveId: wave.id, personaId: lane.row.persona.id, questionKeys };
  return countVerbatims(db, workspace, written, COMMENTS_COUNTED + 1);
}
