import type { z } from 'zod';
import { RoleQuery } from '#app/audience/wire/role-wire.ts';
import type { ApiScope } from '#app/membership/keys/api-scope.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import { ANSWERED } from './answered-operations.ts';
import type { ANSWERS, BODIES } from './schemas.ts';

/** One way in. The test of the contract goes through these and through the routes of the build. */
export interface Operation {
  method: 'get' | 'post';
  /** As OpenAPI writes it, below /api/v1. */
  path: string;
  id: string;
  summary: string;
  /** Null: open to everybody. */
  scope: ApiScope | null;
  query?: z.ZodObject;
  /** `persona` is read apart from the query, because whatever it holds is answered. */
  persona?: true;
  body?: keyof typeof BODIES;
  /** By status. */
  answers: Readonly<Record<number, keyof typeof ANSWERS | 'Stream' | 'Document'>>;
  /** Codes beyond those that every operation of its kind may answer. */
  problems?: readonly string[];
}

const AUDIENCE: readonly Operation[] = [
  {
    method: 'get',
    path: '/people',
    id: 'listPeople',
    summary: 'People in the order they were added.',
    scope: 'audience:read',
    query: pageQuery('person'),
    answers: { 200: 'PersonPage' },
  },
  {
    method: 'post',
    path: '/people',
    id: 'savePeople',
    summary: 'Adds a person or brings the known one up to date: one, or up to 500 with a result for each.',
    scope: 'audience:write',
    body: 'NewPeople',
    answers: { 200: 'Saved', 201: 'Saved' },
    problems: ['OTHER_NAME', 'SEVERAL_PEOPLE'],
  },
  {
    method: 'get',
    path: '/people/{person}',
    id: 'readPerson',
    summary: 'One person.',
    scope: 'audience:read',
    answers: { 200: 'Person' },
  },
  {
    method: 'get',
    path: '/accounts',
    id: 'listAccounts',
    summary: 'Accounts in the order they were added.',
    scope: 'audience:read',
    query: pageQuery('account'),
    answers: { 200: 'AccountPage' },
  },
  {
    method: 'post',
    path: '/accounts',
    id: 'saveAccounts',
    summary: 'Adds an account or brings the known one up to date: one, or up to 500 with a result for each.',
    scope: 'audience:write',
    body: 'NewAccounts',
    answers: { 200: 'Saved', 201: 'Saved' },
    problems: ['SEVERAL_ACCOUNTS'],
  },
  {
    method: 'get',
    path: '/accounts/{account}',
    id: 'readAccount',
    summary: 'One account.',
    scope: 'audience:read',
    answers: { 200: 'Account' },
  },
  {
    method: 'get',
    path: '/attributes',
    id: 'listAttributes',
    summary: 'The own attributes of the workspace, of people and of accounts.',
    scope: 'audience:read',
    answers: { 200: 'AttributeList' },
  },
  {
    method: 'get',
    path: '/personas',
    id: 'listPersonas',
    summary: 'The personas of the workspace, closed ones too.',
    scope: 'audience:read',
    answers: { 200: 'PersonaList' },
  },
  {
    method: 'get',
    path: '/role-assignments',
    id: 'listRoles',
    summary: 'Who held which persona where and when, past ones too.',
    scope: 'audience:read',
    query: RoleQuery,
    answers: { 200: 'RolePage' },
  },
  {
    method: 'post',
    path: '/role-assignments',
    id: 'assignRoles',
    summary: 'Somebody takes a seat: one, or up to 500 with a result for each. There is no default persona.',
    scope: 'audience:write',
    body: 'NewRoles',
    answers: { 200: 'Saved', 201: 'Saved' },
    problems: ['PERSONA_REQUIRED', 'ROLE_OVERLAP'],
  },
  {
    method: 'post',
    path: '/role-assignments/{role}/end',
    id: 'endRole',
    summary: 'Ends a role. What was answered in it stays under it.',
    scope: 'audience:write',
    body: 'RoleEnd',
    answers: { 200: 'Role' },
    problems: ['ROLE_ENDED', 'ROLE_NOT_STARTED'],
  },
  {
    method: 'post',
    path: '/role-assignments/{role}/confirm',
    id: 'confirmRole',
    summary: 'Vouches that a role is still held. The body is an empty object.',
    scope: 'audience:write',
    body: 'RoleConfirmation',
    answers: { 200: 'Role' },
    problems: ['ROLE_ENDED'],
  },
];

const ASKING: readonly Operation[] = [
  {
    method: 'get',
    path: '/programmes',
    id: 'listProgrammes',
    summary: 'Programmes with the survey versions that a wave of theirs can ask.',
    scope: 'waves:read',
    answers: { 200: 'ProgrammeList' },
  },
  {
    method: 'get',
    path: '/surveys',
    id: 'listSurveys',
    summary: 'Surveys, each for one persona, the newest first.',
    scope: 'waves:read',
    query: pageQuery('survey'),
    answers: { 200: 'SurveyPage' },
  },
  {
    method: 'get',
    path: '/surveys/{survey}/versions/{number}',
    id: 'readSurveyVersion',
    summary: 'A published version as a document that any Rolecall can bring in.',
    scope: 'waves:read',
    answers: { 200: 'SurveyDocument' },
  },
  {
    method: 'get',
    path: '/waves',
    id: 'listWaves',
    summary: 'Waves asked from here, the newest first.',
    scope: 'waves:read',
    query: pageQuery('wave'),
    answers: { 200: 'WavePage' },
  },
  {
    method: 'post',
    path: '/waves',
    id: 'draftWave',
    summary: 'Drafts a wave. Nobody is asked yet.',
    scope: 'waves:write',
    body: 'NewWave',
    answers: { 201: 'Wave' },
    problems: ['PERSONA_REQUIRED', 'QUESTION_SET_MISMATCH'],
  },
  {
    method: 'get',
    path: '/waves/{wave}',
    id: 'readWave',
    summary: 'One wave, and what became of its letters by persona.',
    scope: 'waves:read',
    answers: { 200: 'WaveWithMail' },
  },
  {
    method: 'post',
    path: '/waves/{wave}/preview',
    id: 'previewWave',
    summary: 'Whom a pick leaves of those who are ready, with counts and names. Nobody is asked.',
    scope: 'audience:read',
    body: 'Pick',
    answers: { 200: 'Picked' },
    problems: ['ATTRIBUTE_GONE'],
  },
  {
    method: 'post',
    path: '/waves/{wave}/send',
    id: 'sendWave',
    summary:
      'Asks the holders of these role assignments, or everyone whom a pick leaves. One person without a role stops the whole send.',
    scope: 'waves:write',
    body: 'Send',
    answers: { 200: 'Sent' },
    problems: [
      'PERSONA_REQUIRED',
      'STALE_ROLE',
      'WAVE_HALTED',
      'MAIL_NOT_READY',
      'ATTRIBUTE_GONE',
      'NOBODY_PICKED',
    ],
  },
];

export const OPERATIONS: readonly Operation[] = [...AUDIENCE, ...ASKING, ...ANSWERED];
