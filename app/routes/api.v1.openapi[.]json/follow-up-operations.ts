import { AlertListQuery } from '#app/followup/alert/wire/alert-wire.ts';
import { FollowUpListQuery } from '#app/followup/wire/follow-up-wire.ts';
import type { Operation } from './operations.ts';

/** What is done about what was said. */
export const FOLLOWING_UP: readonly Operation[] = [
  {
    method: 'get',
    path: '/follow-ups',
    id: 'listFollowUps',
    summary: 'What is to be done about what was said, the newest first. Never what was answered.',
    scope: 'followups:read',
    query: FollowUpListQuery,
    answers: { 200: 'FollowUpPage' },
  },
  {
    method: 'post',
    path: '/follow-ups',
    id: 'openFollowUp',
    summary: 'Opens a follow-up about one persona.',
    scope: 'followups:write',
    body: 'NewFollowUp',
    answers: { 201: 'FollowUp' },
    problems: ['FOLLOW_UP_IN_CONFIDENCE'],
  },
  {
    method: 'get',
    path: '/follow-ups/{followUp}',
    id: 'readFollowUp',
    summary: 'One follow-up.',
    scope: 'followups:read',
    answers: { 200: 'FollowUp' },
  },
  {
    method: 'post',
    path: '/follow-ups/{followUp}',
    id: 'changeFollowUp',
    summary:
      'Changes state, owner or day, adds a word, or says that the person was told: all of it or nothing.',
    scope: 'followups:write',
    body: 'FollowUpChange',
    answers: { 200: 'FollowUp' },
    problems: ['FOLLOW_UP_MOVED_ON', 'FOLLOW_UP_CLOSED', 'FOLLOW_UP_NOT_CLOSED', 'FOLLOW_UP_TOLD'],
  },
  {
    method: 'get',
    path: '/programmes/{programme}/decisions',
    id: 'listDecisions',
    summary: 'What a programme decided upon hearing its respondents, the newest first.',
    scope: 'followups:read',
    answers: { 200: 'DecisionList' },
  },
  {
    method: 'post',
    path: '/programmes/{programme}/decisions',
    id: 'makeDecision',
    summary:
      'Writes a decision down: done, or not and why, for the personas that it names. It never changes.',
    scope: 'followups:write',
    body: 'NewDecision',
    answers: { 201: 'Decision' },
  },
  {
    method: 'get',
    path: '/alerts',
    id: 'listAlerts',
    summary: 'What alert rules saw, each about exactly one persona, the newest first.',
    scope: 'followups:read',
    query: AlertListQuery,
    answers: { 200: 'AlertPage' },
  },
];
