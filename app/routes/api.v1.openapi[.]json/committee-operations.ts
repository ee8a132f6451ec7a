import { CommitteeListQuery } from '#app/committee/wire/committee-wire.ts';
import { CommitteeQuery } from '#app/committee/wire/picture-wire.ts';
import type { Operation } from './operations.ts';

/** Accounts with all their personas; none of them has a score. */
export const COMMITTEES: readonly Operation[] = [
  {
    method: 'get',
    path: '/committees',
    id: 'listCommittees',
    summary:
      'Accounts with who should be heard there and who was, and the widest gap with both its ends. Sorted by answers only with the one persona whose they are.',
    scope: 'results:read',
    query: CommitteeListQuery,
    answers: { 200: 'CommitteePage', 422: 'SortRefusal' },
    problems: ['PERSONA_REQUIRED', 'PERSONA_MIX'],
  },
  {
    method: 'get',
    path: '/committees/{account}',
    id: 'readCommittee',
    summary:
      'One account seat by seat: heard, not heard, declined, left, unknown, with each person’s own answer where names were promised to be seen.',
    scope: 'responses:read',
    query: CommitteeQuery,
    answers: { 200: 'CommitteePicture', 422: 'Split' },
    problems: ['COMPOSITE_REFUSED'],
  },
];
