import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Lane } from '../read-lanes.server.ts';
import type { Verbatim, VerbatimsWanted } from '../read-verbatims.server.ts';
import { aboutTexts, otherOf, placesOf, readableTexts, wholeResponses } from '../texts.ts';
import type { Thresholds } from '../thresholds.ts';
import { handleOf } from './handle.ts';
import { countOpenedTexts, listOpenedTexts } from './opened-text.store.server.ts';
import { policyFor } from './policy.ts';

/**
 * The texts of one persona given in confidence, once enough people wrote: without name, title, account, score and day, in an
 * order that says nothing, and only of responses that came with enough others.
 */
export async function readOpenedTexts(
  db: Db,
  workspace: Workspace,
  wanted: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<Verbatim[]> {
  const { wave, lane, limit, before: after, responseId, search, questionKey: only } = wanted;
  const handle = responseId && handleOf(responseId);
  const readable = readableTexts(lane.asked, wave.confidentiality);
  const questionKeys = only === undefined ? readable : readable.filter((key) => key === only);
  const pin = { waveId: wave.id, personaId: lane.row.persona.id, questionKeys };
  const { writers } = await countOpenedTexts(db, workspace, pin);
  if (writers < policyFor(thresholds).texts) return [];
  const enough = limit + questionKeys.length;
  const found = await listOpenedTexts(db, workspace, { ...pin, limit: enough, after, handle, search });
  const inOrder = inOrderAsked(
    found.map((row) => ({ ...row, responseId: row.handle })),
    lane.asked,
  );
  const about = aboutTexts(lane.asked);
  const beside = new Map(lane.asked.map((question) => [question.key, otherOf(question)]));
  return wholeResponses(inOrder, limit).map(({ responseId, questionKey, words }) => ({
    responseId,
    words,
    about: about.get(questionKey) ?? null,
    beside: beside.get(questionKey) ?? null,
    answeredAt: null,
    score: null,
    by: { name: null, title: null, account: null },
  }));
}

/** The texts of one response stay together: first what was asked for in words, then what was written beside. */
export function inOrderAsked<T extends { responseId: string; questionKey: string }>(
  rows: readonly T[],
  asked: Lane['asked'],
): T[] {
  const places = placesOf(asked);
  const order = new Map([...new Set(rows.map(({ responseId }) => responseId))].map((id, at) => [id, at]));
  return [...rows].sort(
    (a, b) =>
      order.get(a.responseId)! - order.get(b.responseId)! ||
      (places.get(a.questionKey) ?? 0) - (places.get(b.questionKey) ?? 0),
  );
}

/** How many texts there are to read; in confidence those that may be, and none before enough people wrote. */
export async function countReadable(
  db: Db,
  workspace: Workspace,
  { wave, lane }: Pick<VerbatimsWanted, 'wave' | 'lane'>,
  thresholds: Thresholds,
): Promise<number> {
  const questionKeys = readableTexts(lane.asked, wave.confidentiality);
  const pin = { waveId: wave.id, personaId: lane.row.persona.id, questionKeys };
  const { writers, texts } = await countOpenedTexts(db, workspace, pin);
  return writers < policyFor(thresholds).texts ? 0 : texts;
}
