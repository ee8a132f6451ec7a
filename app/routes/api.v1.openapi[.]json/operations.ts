import type { z } from 'zod';
import { RoleQuery } from '#app/audience/wire/role-wire.ts';
import type { ApiScope } from '#app/membership/keys/api-scope.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import { ANSWERED } from './answered-operations.ts';
import { ASKING } from './asking-operations.ts';
import { COMMITTEES } from './committee-operations.ts';
import { EXPORTS } from './export-operations.ts';
import { FOLLOWING_UP } from './follow-up-operations.ts';
import { MOMENTS } from './moment-operations.ts';
import type { ANSWERS, BODIES } from './schemas.ts';
import { THEMES } from './theme-operations.ts';
import { TOLD } from './told-operations.ts';
import { WEBHOOKS } from './webhook-operations.ts';

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
  answers: Readonly<Record<number, keyof typeof ANSWERS | 'Stream' | 'File' | 'Document'>>;
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

export const OPERATIONS: readonly Operation[] = [
  ...AUDIENCE,
  ...MOMENTS,
  ...ASKING,
  ...TOLD,
  ...ANSWERED,
  ...THEMES,
  ...COMMITTEES,
  ...EXPORTS,
  ...FOLLOWING_UP,
  ...WEBHOOKS,
];
