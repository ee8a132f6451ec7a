import type { ProblemTable } from '#app/platform/wire/problem.ts';

/** Refusals about people, accounts and the roles that join them. */
export const AUDIENCE_PROBLEMS = {
  OTHER_NAME: {
    status: 409,
    title: 'The address is known under another name',
    meaning:
      'Somebody else may have this address now. Send the person’s external_id too, or settle it on their page.',
  },
  SEVERAL_PEOPLE: {
    status: 409,
    title: 'These addresses and ids belong to different people',
    meaning: 'People are never merged by a request. “people” lists them: send what belongs to one of them.',
  },
  SEVERAL_ACCOUNTS: {
    status: 409,
    title: 'Several accounts have this name',
    meaning: '“accounts” lists them. Send the external_id of the one that is meant.',
  },
  ROLE_OVERLAP: {
    status: 409,
    title: 'The same role was held until later',
    meaning: 'Episodes of one role never overlap. Let this one start when the other ended, or after.',
  },
  ROLE_ENDED: {
    status: 409,
    title: 'This role has ended',
    meaning: 'What ended stays as it was. When the role is held again, assign it again.',
  },
  ROLE_NOT_STARTED: {
    status: 409,
    title: 'This role would end before it began',
    meaning: 'Send an “ended_at” that is not before the “started_at” of the role.',
  },
} as const satisfies ProblemTable;
