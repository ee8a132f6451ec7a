import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Lane } from '../read-lanes.server.ts';
import type { VerbatimPage, VerbatimsWanted } from '../read-verbatims.server.ts';
import { aboutTexts, otherOf, placesOf, readableTexts, wholeResponses } from '../texts.ts';
import type { Thresholds } from '../thresholds.ts';
import { handleOf } from './handle.ts';
import { countOpenedTexts, listOpenedTexts, type OpenedOf } from './opened-text.store.server.ts';
import { isPartTold, policyFor } from './policy.ts';

/**
 * The texts of one persona given in confidence, once enough people wrote: without name, title, account, score and day, in an
 * order that says nothing, and only of responses that came with enough others. No text is chosen by its score, and a part of
 * them shows only where neither it nor the rest is a few.
 */
export async function readOpenedTexts(
  db: Db,
  workspace: Workspace,
  wanted: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<VerbatimPage> {
  const { lane, limit, before: after, responseId, questionKey: only } = wanted;
  const { questionKeys: readable, ...of } = openedOf(wanted);
  const questionKeys = only === undefined ? readable : readable.filter((key) => key === only);
  const pin = { ...of, questionKeys };
  if (!(await mayRead(db, workspace, pin, thresholds)))
    return { verbatims: [], older: null, isWithheld: true };
  const handle = responseId && handleOf(responseId);
  // One text more than could stand on the page says that there are more.
  const enough = limit + questionKeys.length + 1;
  const found = await listOpenedTexts(db, workspace, { ...pin, limit: enough, after, handle });
  const inOrder = inOrderAsked(
    found.map((row) => ({ ...row, responseId: row.handle })),
    lane.asked,
  );
  const about = aboutTexts(lane.asked);
  const beside = new Map(lane.asked.map((question) => [question.key, otherOf(question)]));
  const rows = wholeResponses(inOrder, limit);
  const verbatims = rows.map((row) => ({
    ...{ responseId: row.responseId, questionKey: row.questionKey, words: row.words },
    about: about.get(row.questionKey) ?? null,
    beside: beside.get(row.questionKey) ?? null,
    answeredAt: null,
    score: null,
    by: { name: null, title: null, account: null },
  }));
  return { verbatims, older: found.length > rows.length ? rows.at(-1)!.responseId : null, isWithheld: false };
}

function openedOf(wanted: Omit<VerbatimsWanted, 'limit'>) {
  const { wave, lane, search, themeId, sorted } = wanted;
  return {
    ...{ waveId: wave.id, personaId: lane.row.persona.id, search: search || undefined, themeId, sorted },
    questionKeys: readableTexts(lane.asked, wave.confidentiality),
  };
}

/** Whether so much was written that it may be read, and so much of it that a part may. */
async function mayRead(
  db: Db,
  workspace: Workspace,
  { search, themeId, sorted, ...pin }: OpenedOf,
  thresholds: Thresholds,
): Promise<boolean> {
  const policy = policyFor(thresholds);
  const { writers: whole } = await countOpenedTexts(db, workspace, pin);
  if (whole < policy.texts) return false;
  // What is sorted already is said of the work of members, and of nobody who wrote.
  if (!search && !themeId) return true;
  const { writers: part } = await countOpenedTexts(db, workspace, { ...pin, search, themeId, sorted });
  return isPartTold({ part, whole }, policy);
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
  of: Pick<VerbatimsWanted, 'wave' | 'lane' | 'sorted'>,
  thresholds: Thresholds,
): Promise<number> {
  const { sorted, ...pin } = openedOf(of);
  const { writers, texts } = await countOpenedTexts(db, workspace, pin);
  if (writers < policyFor(thresholds).texts) return 0;
  return sorted ? (await countOpenedTexts(db, workspace, { ...pin, sorted })).texts : texts;
}
