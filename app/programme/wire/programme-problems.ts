import { PERSONA_PROBLEMS } from '#app/persona/persona-wire.ts';
import { toSlug } from '#app/platform/ids.ts';
import { type Problem, type ProblemTable, problemOf } from '#app/platform/wire/problem.ts';
import type { SendRefusal } from '../pile/refusal.ts';
import type { DebtRefusal } from '../told/debt.ts';
import type { MailNotReady } from '../wave/mail-word.ts';
import type { QuestionSetMismatch } from '../wave/question-set-mismatch.ts';
import { toDebtOut } from './told-wire.ts';

/** Refusals of asking. */
export const PROGRAMME_PROBLEMS = {
  ...PERSONA_PROBLEMS,
  STALE_ROLE: {
    status: 422,
    title: 'Some roles were not confirmed lately',
    meaning:
      '“stale” lists them. Confirm each that still holds; or send again with “stale”: “ask_first” asks them about it before any question, “leave_out” asks the others. Nobody was asked.',
  },
  ACTION_DEBT: {
    status: 422,
    title: 'They have not heard what came of their last answers',
    meaning:
      '“debts” lists the waves whose respondents of this persona were promised word by a day that is past, with how many are owed it. Send them their letter (POST /api/v1/waves/{wave}/told-back/{persona}, then …/send), leave the persona out, or shut the programme. Nobody was asked, and there is no way around it.',
  },
  QUESTION_SET_MISMATCH: {
    status: 422,
    title: 'These questions were written for another persona',
    meaning:
      'A survey is for exactly one persona. Choose a version whose persona is the one you name, or copy the survey for it: “questions” lists what has to be rewritten. Nothing was drafted.',
  },
  ATTRIBUTE_GONE: {
    status: 422,
    title: 'The pick names an attribute that is not here',
    meaning:
      'It was deleted, or it is another workspace’s, so nobody knows whom the pick means. Take its id from GET /api/v1/attributes. Nobody was asked.',
  },
  NOBODY_PICKED: {
    status: 422,
    title: 'The pick leaves nobody',
    meaning:
      'Of those who are ready in this wave nobody fits. A preview with less in the pick says whom it leaves.',
  },
  WAVE_HALTED: {
    status: 409,
    title: 'Nobody can be asked in this wave now',
    meaning: 'The wave is closed, or its programme is paused or shut. “why” says which.',
  },
  WAVE_NOT_OPEN: {
    status: 409,
    title: 'The wave is not going',
    meaning:
      'It was not sent yet, so there is nothing to hold up or to close, or it is closed and stays as it ended. “state” says which.',
  },
  MAIL_NOT_READY: {
    status: 409,
    title: 'Mail to so many may be taken for spam',
    meaning:
      'The wave would have more than 500 recipients while SPF, DKIM, DMARC or MX of the sender’s domain is not in order. Publish what is missing, or let an admin answer for this wave on the page that “answer_at” names. Nobody was asked.',
  },
  LETTER_INCOMPLETE: {
    status: 422,
    title: 'The letter cannot go out',
    meaning:
      'It must say what was heard, and what comes of it or what does not and why; or everybody who answered was told already; or answers are unlinkable, and the wave has not been closed for a quarter of an hour. Nothing was sent.',
  },
  WRITTEN_MEANWHILE: {
    status: 409,
    title: 'Somebody else wrote it meanwhile',
    meaning: 'Read it again, then write or send with the “revision” that it has now. Nothing was changed.',
  },
} as const satisfies ProblemTable;

/** The list inside says whom it is about, so that the rest can be sent. */
export function sendProblem({ code, message, missing, stale, ready }: SendRefusal): Problem {
  return problemOf(PROGRAMME_PROBLEMS, code, message, {
    missing: missing.map(toRoleSlug),
    stale: stale.map(toRoleSlug),
    ready,
  });
}

export function debtProblem({ code, message, debts }: DebtRefusal): Problem {
  return problemOf(PROGRAMME_PROBLEMS, code, message, { debts: debts.map(toDebtOut) });
}

/** Somebody with several hats in one wave: the sender says which hat is asked, nobody else can. */
export interface ManyHats {
  person: string;
  roleIds: readonly string[];
}

export function hatsProblem(missing: readonly string[], hats: readonly ManyHats[], total: number): Problem {
  const ready = total - missing.length - hats.length;
  const parts = [
    ...(missing.length > 0 ? [`${missing.length} of ${total} hold no role in this wave`] : []),
    ...(hats.length > 0 ? [`${hats.length} of ${total} hold several, so say which hat is asked`] : []),
  ];
  const detail = `${parts.join('; ')}. Without one role their answers can’t mean anything. Nobody was asked.`;
  return problemOf(PROGRAMME_PROBLEMS, 'PERSONA_REQUIRED', detail, {
    missing,
    hats: hats.map(({ person, roleIds }) => ({ person, role_assignments: roleIds.map(toRoleSlug) })),
    stale: [],
    ready,
  });
}

export function mismatchProblem({ message, surveyId, personaId, questions }: QuestionSetMismatch): Problem {
  return problemOf(PROGRAMME_PROBLEMS, 'QUESTION_SET_MISMATCH', message, {
    survey: toSlug('survey', surveyId),
    persona: personaId,
    questions,
  });
}

export function haltProblem(why: 'closed' | 'paused' | 'shut'): Problem {
  const what = why === 'closed' ? 'This wave is closed.' : `The programme of this wave is ${why}.`;
  return problemOf(PROGRAMME_PROBLEMS, 'WAVE_HALTED', what, { why });
}

export function notOpenProblem(state: 'draft' | 'open' | 'closed'): Problem {
  const what = state === 'draft' ? 'This wave was not sent yet.' : 'This wave is closed.';
  return problemOf(PROGRAMME_PROBLEMS, 'WAVE_NOT_OPEN', what, { state });
}

/** A key answers for nothing: that is for an admin, on a page. */
export function mailProblem({ message, recipients }: MailNotReady, waveId: string): Problem {
  const answer_at = `/sends/${toSlug('wave', waveId)}/many`;
  return problemOf(PROGRAMME_PROBLEMS, 'MAIL_NOT_READY', message, { recipients, answer_at });
}

/** What was given as an address stays as it was given. */
function toRoleSlug(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? toSlug('role', id) : id;
}

export function letterProblem(why: string): Problem {
  return problemOf(PROGRAMME_PROBLEMS, 'LETTER_INCOMPLETE', why);
}

export function conflictProblem(revision: number): Problem {
  const what = `The letter is at revision ${revision} now.`;
  return problemOf(PROGRAMME_PROBLEMS, 'WRITTEN_MEANWHILE', what, { revision });
}
