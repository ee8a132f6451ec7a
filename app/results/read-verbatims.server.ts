import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from './lane.store.server.ts';
import type { Lane } from './read-lanes.server.ts';
import type { Thresholds } from './thresholds.ts';
import { countWriters, listVerbatims, readScoresOf, type VerbatimRow } from './verbatim.store.server.ts';

/** One text as it may be shown: whoever may not see a name gets none. */
export interface Verbatim {
  responseId: string;
  words: string;
  answeredAt: number;
  score: number | null;
  by: { name: string | null; title: string | null; account: string | null };
}

export interface VerbatimsWanted {
  wave: WaveLine;
  lane: Lane;
  limit: number;
  /** Only responses before this one, for paging. */
  before?: string;
  responseId?: string;
  /** Only texts that hold these words. */
  search?: string;
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
  { wave, lane, limit, before, responseId, search }: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<Verbatim[]> {
  const pin = { waveId: wave.id, personaId: lane.row.persona.id };
  const attributed = wave.confidentiality === 'attributed';
  const fewest = Math.max(CONFIDENTIAL_TEXTS, thresholds.showAnswers);
  if (!attributed && (await countWriters(db, workspace, pin)) < fewest) return [];
  const rows = await listVerbatims(db, workspace, { ...pin, limit, before, responseId, search });
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
    answeredAt: row.answeredAt,
    score: scores.get(row.responseId) ?? null,
    by: { name: row.personName, title: row.title, account: row.accountName },
  }));
}

function withoutTraces({ responseId, words, answeredAt }: VerbatimRow): Verbatim {
  const day = 24 * 60 * 60 * 1000;
  return {
    responseId,
    words,
    answeredAt: Math.floor(answeredAt / day) * day,
    score: null,
    by: { name: null, title: null, account: null },
  };
}
