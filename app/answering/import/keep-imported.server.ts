import { findAddresses } from '#app/audience/person.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { ImportedWave } from '#app/programme/imported/imported-wave.store.server.ts';
import { writeDays } from '#app/programme/imported/imported-wave.store.server.ts';
import { openImportedLane } from '#app/programme/imported/open-imported-lane.server.ts';
import type { AnswerValue } from '#app/survey/question/given.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import type { OnKept } from '../keep-together.server.ts';
import type { KeptRow } from '../unplaced/unplaced-answer.ts';
import { SCORE_KEY, WORDS_KEY } from './declared-question.ts';
import { insertImportedAnswers, insertImportedResponses } from './imported-answer.store.server.ts';

/** A row whose persona a person has decided. */
export interface PlacedRow {
  importId: string;
  submitId: string;
  personaId: string;
  row: KeptRow;
}

export interface Keeping {
  wave: ImportedWave;
  set: QuestionSet;
  rows: readonly PlacedRow[];
  actor: Actor;
  now: number;
  makeId(): string;
}

export type KeptImported = { kind: 'kept' } | { kind: 'other_question'; personaId: string };

/** Keeps past answers as responses of their persona, counted in the same transaction. The wave is locked by the caller. */
export async function keepImported(
  tx: Db,
  workspace: Workspace,
  keeping: Keeping,
  onKept: OnKept,
): Promise<KeptImported> {
  const { wave, rows } = keeping;
  if (rows.length === 0) return { kind: 'kept' };
  const lanes = new Map<string, string>();
  for (const personaId of new Set(rows.map((placed) => placed.personaId))) {
    const language = rows.find(({ row }) => row.language !== null)?.row.language ?? 'und';
    const lane = await openImportedLane(tx, workspace, { ...keeping, personaId, language });
    if (lane.kind === 'other_question') return { kind: 'other_question', personaId };
    lanes.set(personaId, lane.versionId);
  }
  const people = await peopleBehind(tx, workspace, rows);
  const responses = rows.map((placed) => toResponse(placed, keeping, lanes, people));
  await insertImportedResponses(tx, workspace, responses);
  const kept = responses.map((response, at) => ({ response, answers: answersOf(rows[at]!.row) }));
  await insertImportedAnswers(
    tx,
    workspace,
    kept.flatMap(({ response, answers }) => answers.map((answer) => ({ response, ...answer }))),
  );
  await onKept(
    tx,
    workspace,
    kept.map(({ response, answers }) => ({
      ...response,
      responseId: response.id,
      answers: answers.map(({ questionKey, value }) => ({ questionKey, values: valuesOf(value) })),
    })),
  );
  await widenDays(
    tx,
    workspace,
    wave,
    responses.map(({ answeredAt }) => answeredAt),
  );
  return { kind: 'kept' };
}

/** Who answered, for addresses that belong to somebody known. Nobody is added: they answered, they did not sign up. */
async function peopleBehind(
  tx: Db,
  workspace: Workspace,
  rows: readonly PlacedRow[],
): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(rows.flatMap(({ row }) => row.emailKey ?? []))];
  if (keys.length === 0) return new Map();
  const known = await findAddresses(tx, workspace, keys);
  return new Map(known.map(({ emailKey, personId }) => [emailKey, personId]));
}

function toResponse(
  { importId, submitId, personaId, row }: PlacedRow,
  { wave, makeId, now }: Keeping,
  lanes: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
) {
  return {
    id: makeId(),
    importId,
    waveId: wave.id,
    personaId,
    surveyVersionId: lanes.get(personaId)!,
    personId: (row.emailKey && people.get(row.emailKey)) || null,
    accountId: row.account?.id ?? null,
    confidentiality: wave.confidentiality,
    language: row.language ?? 'und',
    submitId,
    answeredAt: Date.parse(row.answeredOn),
    receivedAt: now,
  };
}

function answersOf({ score, words }: KeptRow): { questionKey: string; value: AnswerValue }[] {
  return [
    ...(score === null ? [] : [{ questionKey: SCORE_KEY, value: { score } }]),
    ...(words === null ? [] : [{ questionKey: WORDS_KEY, value: { verbatim: words } }]),
  ];
}

function valuesOf({ score }: AnswerValue): string[] {
  return score === undefined ? [] : [String(score)];
}

async function widenDays(
  tx: Db,
  workspace: Workspace,
  wave: ImportedWave,
  days: readonly number[],
): Promise<void> {
  const first = days.reduce((least, day) => Math.min(least, day), wave.sentAt ?? Number.POSITIVE_INFINITY);
  const last = days.reduce((most, day) => Math.max(most, day), wave.closedAt ?? Number.NEGATIVE_INFINITY);
  if (first !== wave.sentAt || last !== wave.closedAt)
    await writeDays(tx, workspace, wave.id, { first, last });
}
