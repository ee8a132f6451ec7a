import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from './lane.store.server.ts';
import type { Lane } from './read-lanes.server.ts';
import { aboutTexts, otherOf, placesOf, readableTexts, wholeResponses } from './texts.ts';
import type { Thresholds } from './thresholds.ts';
import { countWriters, listVerbatims, readScoresOf, type VerbatimRow } from './verbatim.store.server.ts';

/** One text as it may be shown: whoever may not see a name gets none. */
export interface Verbatim {
  responseId: string;
  words: string;
  /** What it was written to, where that is not the one question that asks for words. */
  about: string | null;
  /** The choice it was written beside, such as "Something else". */
  beside: string | null;
  answeredAt: number;
  score: number | null;
  by: { name: string | null; title: string | null; account: string | null };
}

export interface VerbatimsWanted {
  wave: WaveLine;
  lane: Lane;
  /** Texts; those of the last response are not cut off. */
  limit: number;
  /** Only responses before this one, for paging. */
  before?: string;
  responseId?: string;
  /** Only texts that hold these words. */
  search?: string;
  /** Only texts written to this question. */
  questionKey?: string;
}

/** People whose texts must stand together before any is shown in confidence (RELIABILITY 4.1). */
const CONFIDENTIAL_TEXTS = 10;

/**
 * The texts of one persona of one wave, newest first. Attributed: with name, title and account. Otherwise
 * without any of the three, without the score, and only once enough people wrote.
 */
export async function readVerbatims(
  db: Db,
  workspace: Workspace,
  { wave, lane, limit, before, responseId, search, questionKey: only }: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<Verbatim[]> {
  const attributed = wave.confidentiality === 'attributed';
  const readable = readableTexts(lane.asked, wave.confidentiality);
  const questionKeys = only === undefined ? readable : readable.filter((key) => key === only);
  const pin = { waveId: wave.id, personaId: lane.row.persona.id, questionKeys };
  const fewest = Math.max(CONFIDENTIAL_TEXTS, thresholds.showAnswers);
  if (!attributed && (await countWriters(db, workspace, pin)) < fewest) return [];
  const enough = limit + questionKeys.length;
  const found = await listVerbatims(db, workspace, { ...pin, limit: enough, before, responseId, search });
  const about = aboutTexts(lane.asked);
  const beside = new Map(lane.asked.map((question) => [question.key, otherOf(question)]));
  const rows = wholeResponses(inOrderAsked(found, lane.asked), limit).map((row) => ({
    ...row,
    about: about.get(row.questionKey) ?? null,
    beside: beside.get(row.questionKey) ?? null,
  }));
  if (!attributed) return rows.map(withoutTraces);
  const questionKey = lane.score?.question.key;
  const responseIds = rows.map((row) => row.responseId);
  const scores =
    questionKey && responseIds.length > 0
      ? await readScoresOf(db, workspace, { ...pin, questionKey, responseIds })
      : new Map<string, number>();
  return rows.map((row) => ({
    responseId: row.responseId,
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

function withoutTraces({ responseId, words, about, beside, answeredAt }: PlacedRow): Verbatim {
  const day = 24 * 60 * 60 * 1000;
  return {
    responseId,
    words,
    about,
    beside,
    answeredAt: Math.floor(answeredAt / day) * day,
    score: null,
    by: { name: null, title: null, account: null },
  };
}
