import { DAY } from '#app/platform/clock.ts';
import type { Ids } from '#app/platform/ids.ts';
import type { AnsweredQuestion } from '#app/survey/logic/read-along.ts';
import type { Given } from '#app/survey/question/given.ts';
import { tallyValues } from '#app/survey/read-answer.ts';
import type { Evidence, HeldReason } from '../held/held.ts';
import type { NewHeld } from '../held/keep-held.server.ts';
import type { Keeping } from '../keep-together.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import type { SharedLinkOpened } from './open-shared.server.ts';

/** Answers that count: under the persona of the path, and under nobody's name. */
export function keepingOf(
  ids: Ids,
  door: RespondentDoor,
  { submitId, now, answers }: { submitId: string; now: number; answers: readonly AnsweredQuestion[] },
): Keeping {
  const lane = { waveId: door.waveId, personaId: door.persona.id, surveyVersionId: door.surveyVersionId };
  const trace = traceOf(ids, door, now);
  return {
    workspace: door.workspace,
    invitationId: null,
    response: {
      ...{ ...lane, ...trace, submitId, source: 'link', heldId: null },
      ...{ invitationId: null, personaAtInvite: null, roleAssignmentId: null },
      ...{ personId: null, accountId: null, confidentiality: door.confidentiality },
    },
    answers: answers.map(({ question, value }) => ({ questionKey: question.key, value })),
    kept: {
      ...{ ...lane, responseId: trace.id, accountId: null },
      answers: answers.map(({ question, value }) => ({
        questionKey: question.key,
        values: tallyValues(question, value),
      })),
    },
    at: now,
  };
}

/** What could tell one answer from the next: in an unlinkable programme neither its moment nor its language. */
function traceOf(ids: Ids, { confidentiality, language, languages }: RespondentDoor, now: number) {
  if (confidentiality !== 'unlinkable') return { id: ids.make(), language, answeredAt: now };
  return { id: ids.makeUnordered(), language: languages[0]!, answeredAt: Math.floor(now / DAY) * DAY };
}

interface Holding {
  link: Pick<SharedLinkOpened, 'id'>;
  door: RespondentDoor;
  submitId: string;
  given: Given;
  reason: HeldReason;
  evidence: readonly Evidence[];
  /** Between the page being shown and the press, in ms. */
  elapsed?: number | undefined;
  now: number;
}

/** Answers that wait for a member. */
export function heldOf(ids: Ids, { link, door, now, ...held }: Holding): NewHeld {
  const { id, language } = traceOf(ids, door, now);
  const { waveId, persona, surveyVersionId, confidentiality } = door;
  return {
    ...{ id, language, waveId, personaId: persona.id, surveyVersionId, confidentiality },
    ...{ ...held, receivedAt: now, sharedLinkId: link.id },
    ...{ invitationId: null, accountId: null, saidName: null, saidEmail: null },
  };
}
