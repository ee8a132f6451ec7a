import { MomentQuery } from '#app/audience/moment/wire/moment-wire.ts';
import { TouchQuery } from '#app/audience/moment/wire/touch-wire.ts';
import type { Operation } from './operations.ts';

/** Where personas meet us, and who did when. */
export const MOMENTS: readonly Operation[] = [
  {
    method: 'get',
    path: '/moments',
    id: 'listMoments',
    summary: 'The moments in which one persona meets us. There is no list of everybody’s.',
    scope: 'audience:read',
    query: MomentQuery,
    answers: { 200: 'MomentList' },
    problems: ['PERSONA_REQUIRED'],
  },
  {
    method: 'post',
    path: '/moments',
    id: 'createMoment',
    summary: 'Writes down a moment of one persona.',
    scope: 'audience:write',
    body: 'NewMoment',
    answers: { 201: 'Moment' },
    problems: ['PERSONA_REQUIRED', 'MOMENT_NAME_TAKEN', 'TOO_MANY_MOMENTS'],
  },
  {
    method: 'get',
    path: '/moments/{moment}',
    id: 'readMoment',
    summary: 'One moment.',
    scope: 'audience:read',
    answers: { 200: 'Moment' },
  },
  {
    method: 'post',
    path: '/moments/{moment}',
    id: 'changeMoment',
    summary: 'Words a moment anew, as far as words are sent. Its persona never changes.',
    scope: 'audience:write',
    body: 'MomentChange',
    answers: { 200: 'Moment' },
    problems: ['MOMENT_CLOSED', 'MOMENT_NAME_TAKEN'],
  },
  {
    method: 'post',
    path: '/moments/{moment}/close',
    id: 'closeMoment',
    summary: 'Takes a moment off the map; its touches stay. The body is an empty object.',
    scope: 'audience:write',
    body: 'MomentClosing',
    answers: { 200: 'Moment' },
  },
  {
    method: 'get',
    path: '/touches',
    id: 'listTouches',
    summary: 'When one person met us, in the order in which it happened, each with its persona.',
    scope: 'audience:read',
    query: TouchQuery,
    answers: { 200: 'TouchPage' },
  },
  {
    method: 'post',
    path: '/touches',
    id: 'recordTouches',
    summary: 'Somebody met us: one, or up to 500 with a result for each. Told twice it is recorded once.',
    scope: 'audience:write',
    body: 'NewTouches',
    answers: { 200: 'Saved', 201: 'Saved' },
    problems: ['PERSONA_REQUIRED', 'MOMENT_OF_ANOTHER', 'ROLE_NOT_HELD', 'TOUCH_DIFFERS'],
  },
];
