import type { Db } from '#app/platform/db.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { toMoment } from '#app/platform/wire/cell.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { isInConfidence } from '../confidence/policy.ts';
import type { WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import { toAnswerOut } from './answer-out.ts';
import { type LanePin, listAnswerRows, pageResponseRows, type ResponseRow } from './response.store.server.ts';
import type { AnswerOut, ResponseOut } from './response-wire.ts';

/** Responses read at once: what memory holds of a wave, however many answered. */
const PAGE = 200;

/**
 * The responses of one persona of a wave. Attributed: with person, account and time. Otherwise those that may be read,
 * without any of the three and without texts, and in an order that says nothing about who came when.
 */
export async function* readLaneResponses(
  db: Db,
  workspace: Workspace,
  wave: WaveLine,
  lane: Lane,
): AsyncGenerator<ResponseOut, void, undefined> {
  const isQuiet = isInConfidence(wave.confidentiality);
  const pin = { waveId: wave.id, personaId: lane.row.persona.id, openedOnly: isQuiet };
  let after: ResponseRow | undefined;
  for (;;) {
    const page = await pageResponseRows(db, workspace, pin, { after, limit: PAGE });
    const answers = await readAnswers(db, workspace, pin, lane, page);
    const toOut = (row: ResponseRow) => toResponseOut(wave, pin, row, answers.get(row.id) ?? []);
    // One by one as they are written: a whole page of them at once would hold up everybody else.
    if (isQuiet) yield* inOrderOfContent(page.map(toOut));
    else for (const row of page) yield toOut(row);
    if (page.length < PAGE) return;
    after = page.at(-1);
  }
}

async function readAnswers(
  db: Db,
  workspace: Workspace,
  pin: LanePin,
  { asked }: Lane,
  page: readonly ResponseRow[],
): Promise<Map<string, AnswerOut[]>> {
  const given = new Map<string, AnswerOut[]>(page.map(({ id }) => [id, []]));
  const responseIds = page.map(({ id }) => id);
  if (responseIds.length === 0) return given;
  for (const question of asked.filter(({ frozen }) => roomOf(frozen).asks)) {
    for (const row of await listAnswerRows(db, workspace, { ...pin, questionKey: question.key, responseIds }))
      given.get(row.responseId)?.push(toAnswerOut(question, row));
  }
  return given;
}

function toResponseOut(
  wave: WaveLine,
  { personaId }: LanePin,
  row: ResponseRow,
  answers: AnswerOut[],
): ResponseOut {
  const attributed = wave.confidentiality === 'attributed' && row.confidentiality === 'attributed';
  const facts = { persona: personaId, wave: toSlug('wave', wave.id) };
  return attributed ? attribute(facts, row, answers) : withoutTraces(facts, answers);
}

function attribute(
  { persona, wave }: { persona: string; wave: string },
  row: ResponseRow,
  answers: AnswerOut[],
): ResponseOut {
  return {
    persona,
    persona_at_invite: row.personaAtInvite,
    account: row.accountId && toSlug('account', row.accountId),
    wave,
    id: toSlug('response', row.id),
    answered_at: toMoment(row.answeredAt),
    account_name: row.accountName,
    person: row.personId && toSlug('person', row.personId),
    person_name: row.personName,
    email: row.email,
    language: row.language,
    answers,
  };
}

/** An id tells the moment it was made, and a text or a language may tell who wrote. */
function withoutTraces(
  { persona, wave }: { persona: string; wave: string },
  answers: AnswerOut[],
): ResponseOut {
  return {
    persona,
    persona_at_invite: null,
    account: null,
    wave,
    id: null,
    // A day could tell whose it is: few may have answered on it.
    answered_at: null,
    account_name: null,
    person: null,
    person_name: null,
    email: null,
    language: null,
    answers: answers.flatMap(withoutOwnWords),
  };
}

/** A number or a day that one person typed may tell who it was, as a text may; what many could choose does not. */
function withoutOwnWords(answer: AnswerOut): AnswerOut[] {
  if ('value' in answer) return [];
  if (!('text' in answer)) return [answer];
  return 'choices' in answer ? [{ question: answer.question, choices: answer.choices }] : [];
}

function inOrderOfContent(rows: ResponseOut[]): ResponseOut[] {
  const content = (row: ResponseOut) => JSON.stringify(row);
  return rows.sort((a, b) => (content(a) < content(b) ? -1 : 1));
}
