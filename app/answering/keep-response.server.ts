import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type AnsweredQuestion, type ReadAlong, readAlong } from '#app/survey/logic/read-along.ts';
import type { Given } from '#app/survey/question/given.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { Said } from '#app/survey/question/said.ts';
import type { Question } from '#app/survey/question.ts';
import { tallyValues } from '#app/survey/read-answer.ts';
import type { NewResponse } from './answering.store.server.ts';
import { InvitationRevoked, type Keeping, keepTogether, type OnKept } from './keep-together.server.ts';
import { type AnsweredLink, type OpenedLink, openLink } from './open-link.server.ts';
import { noteKept } from './refresh-kept-statistics.server.ts';
import type { NamelessDoor, RespondentDoor } from './respondent-door.ts';

export type KeptOutcome =
  | { kind: 'unknown' }
  | { kind: 'closed'; door: RespondentDoor }
  /** Their role is asked for first: no answer counts in a role that nobody has confirmed. */
  | { kind: 'role_first' }
  | { kind: 'faulty'; door: RespondentDoor; faults: Map<string, Said> }
  | { kind: 'kept' }
  /** Taken back while it was on its way: the link may lead elsewhere by now. */
  | { kind: 'revoked' }
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
  if (link.kind === 'received') return keptBefore(link, input.submitId);
  if (link.needsRole) return { kind: 'role_first' };
  const outcome = await keepAnswers(house, { ...input, link }, onKept);
  if (outcome.kind === 'faulty') return { ...outcome, door: link.door };
  if (outcome.kind !== 'kept_before') return outcome;
  const kept = await openLink(house.db, input.token, now);
  if (kept.kind === 'received') return keptBefore(kept, input.submitId);
  return { kind: 'kept_before', same: false, door: link.door };
}

/** The same for a link that is known to be open. */
export async function keepAnswers(
  house: House,
  input: { submitId: string; given: Given; language?: string; link: AnsweredLink },
  onKept: OnKept,
): Promise<
  | { kind: 'kept' }
  | { kind: 'revoked' }
  | { kind: 'kept_before' }
  | { kind: 'faulty'; faults: Map<string, Said> }
> {
  const { link, submitId } = input;
  const { questionSet, languages, language: own } = link.door;
  const read = readAnswers(questionSet.questions, input.given);
  if (read.kind === 'faulty') return read;
  // The form says it, so it counts only where the survey speaks it.
  const language = languages.find((one) => one === input.language) ?? own;
  const keeping = toKeeping(house, link, { submitId, language, now: house.clock.now() }, read.answers);
  try {
    if (!(await keepTogether(house.db, onKept, keeping))) return { kind: 'kept_before' };
  } catch (fault) {
    if (fault instanceof InvitationRevoked) return { kind: 'revoked' };
    throw fault;
  }
  noteKept(house);
  return { kind: 'kept' };
}

/** An unlinkable answer keeps nothing to tell one page from another by: what is sent again is taken for the same. */
function keptBefore(
  { door, submitId }: Extract<OpenedLink, { kind: 'received' }>,
  sentId: string,
): KeptOutcome {
  return { kind: 'kept_before', same: submitId === null || submitId === sentId, door };
}

/** The answers along the path they take; a survey sent back with nothing in it is no answer. */
export function readAnswers(questions: readonly Question[], given: Given): ReadAlong {
  const read = readAlong(questions, given);
  if (read.kind === 'read' && read.answers.length === 0) {
    const first = questions.find((question) => roomOf(question).asks) ?? questions[0]!;
    return { kind: 'faulty', faults: new Map([[first.key, { id: 'fault.nothing' }]]) };
  }
  return read;
}

interface Asked {
  submitId: string;
  language: string;
  now: number;
}

function toKeeping(
  { ids }: Pick<House, 'ids'>,
  link: AnsweredLink,
  asked: Asked,
  answers: readonly AnsweredQuestion[],
): Keeping {
  const { door } = link;
  const isUnlinkable = door.confidentiality === 'unlinkable';
  const response = isUnlinkable ? unlinkableResponse(ids, door, asked.now) : toResponse(ids, link, asked);
  return {
    workspace: door.workspace,
    invitationId: door.invitationId,
    response,
    answers: answers.map(({ question, value }) => ({ questionKey: question.key, value })),
    kept: {
      responseId: response.id,
      waveId: door.waveId,
      personaId: door.persona.id,
      surveyVersionId: door.surveyVersionId,
      accountId: response.accountId,
      answers: answers.map(({ question, value }) => ({
        questionKey: question.key,
        values: tallyValues(question, value),
      })),
    },
    at: asked.now,
  };
}

function toResponse(ids: House['ids'], { door, personaAtInvite }: AnsweredLink, asked: Asked): NewResponse {
  return {
    ...laneOf(door),
    id: ids.make(),
    invitationId: door.invitationId,
    personaAtInvite,
    roleAssignmentId: door.roleAssignmentId,
    personId: door.personId,
    accountId: door.accountId,
    language: asked.language,
    submitId: asked.submitId,
    answeredAt: asked.now,
  };
}

/**
 * A row that leads to nobody: no invitation, person, role or account (at an account with one buyer the account is the
 * name), ids that hold no time, the day in place of the moment, and the survey's own language.
 */
function unlinkableResponse(ids: House['ids'], door: NamelessDoor, now: number): NewResponse {
  return {
    ...laneOf(door),
    id: ids.makeUnordered(),
    invitationId: null,
    personaAtInvite: null,
    roleAssignmentId: null,
    personId: null,
    accountId: null,
    language: door.languages[0]!,
    submitId: ids.makeUnordered(),
    answeredAt: Math.floor(now / DAY) * DAY,
  };
}

function laneOf({ waveId, persona, surveyVersionId, confidentiality }: NamelessDoor) {
  return {
    ...{ waveId, personaId: persona.id, surveyVersionId, confidentiality },
    ...{ source: 'invited' as const, heldId: null },
  };
}
