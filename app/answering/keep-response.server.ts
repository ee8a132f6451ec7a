import type { House } from '#app/platform/house.ts';
import { type AnsweredQuestion, type ReadAlong, readAlong } from '#app/survey/logic/read-along.ts';
import type { Given } from '#app/survey/question/given.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { Question } from '#app/survey/question.ts';
import { tallyValues } from '#app/survey/read-answer.ts';
import { type KeptResponse, keepTogether, type OnKept } from './keep-together.server.ts';
import { type OpenedLink, openLink } from './open-link.server.ts';
import type { RespondentDoor } from './respondent-door.ts';

export type KeptOutcome =
  | { kind: 'unknown' }
  | { kind: 'closed'; door: RespondentDoor }
  | { kind: 'faulty'; door: RespondentDoor; faults: Map<string, string> }
  | { kind: 'kept' }
  /** The same page sent again, or a second page of an invitation that has answered. */
  | { kind: 'kept_before'; same: boolean; door: RespondentDoor };

/**
 * Keeps one respondent's answers under the persona of the invitation, all or none.
 * The persona is no input: it comes with the link, whatever the form says.
 */
export async function keepResponse(
  house: House,
  input: { token: string; submitId: string; given: Given; language?: string; link?: OpenedLink },
  onKept: OnKept,
): Promise<KeptOutcome> {
  const now = house.clock.now();
  const link = input.link ?? (await openLink(house.db, input.token, now));
  if (link.kind === 'unknown' || link.kind === 'closed') return link;
  if (link.kind === 'received') {
    return { kind: 'kept_before', same: link.submitId === input.submitId, door: link.door };
  }
  const { door } = link;
  const read = readAnswers(door.questionSet.questions, input.given);
  if (read.kind === 'faulty') return { ...read, door };
  // The form says it, so it counts only where the survey speaks it.
  const language = door.languages.find((one) => one === input.language) ?? door.language;
  const response = { ...toResponse(door, house.ids.make(), input.submitId, now), language };
  const keeping = {
    workspace: door.workspace,
    response,
    answers: read.answers.map(toAnswer),
    kept: toKept(door, read.answers),
  };
  const fresh = await keepTogether(house.db, onKept, keeping);
  if (fresh) return { kind: 'kept' };
  const kept = await openLink(house.db, input.token, now);
  return { kind: 'kept_before', same: kept.kind === 'received' && kept.submitId === input.submitId, door };
}

/** The answers along the path they take; a survey sent back with nothing in it is no answer. */
function readAnswers(questions: readonly Question[], given: Given): ReadAlong {
  const read = readAlong(questions, given);
  if (read.kind === 'read' && read.answers.length === 0) {
    const first = questions.find((question) => roomOf(question).asks) ?? questions[0]!;
    const faults = new Map([[first.key, 'Answer at least one question, then send.']]);
    return { kind: 'faulty', faults };
  }
  return read;
}

function toAnswer({ question, value }: AnsweredQuestion) {
  return { questionKey: question.key, value };
}

function toResponse(door: RespondentDoor, id: string, submitId: string, now: number) {
  return {
    id,
    waveId: door.waveId,
    personaId: door.persona.id,
    surveyVersionId: door.surveyVersionId,
    invitationId: door.invitationId,
    roleAssignmentId: door.roleAssignmentId,
    personId: door.personId,
    accountId: door.accountId,
    confidentiality: door.confidentiality,
    submitId,
    answeredAt: now,
  };
}

function toKept(door: RespondentDoor, answers: readonly AnsweredQuestion[]): KeptResponse {
  return {
    waveId: door.waveId,
    personaId: door.persona.id,
    surveyVersionId: door.surveyVersionId,
    accountId: door.accountId,
    answers: answers.map(({ question, value }) => ({
      questionKey: question.key,
      values: tallyValues(question, value),
    })),
  };
}
