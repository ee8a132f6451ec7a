import { HeldListQuery } from '#app/answering/held/held-wire.ts';
import { DepthQuery } from '#app/results/wire/depth-wire.ts';
import { ResponseQuery } from '#app/results/wire/response-wire.ts';
import { ResultQuery, WaveResultsQuery } from '#app/results/wire/result-wire.ts';
import type { Operation } from './operations.ts';

/** What came back: figures, responses, and what is held. */
export const ANSWERED: readonly Operation[] = [
  {
    method: 'get',
    path: '/results',
    id: 'readResult',
    summary: 'The figure of one persona. Any other request is answered by one figure per persona, as 422.',
    scope: 'results:read',
    query: ResultQuery,
    persona: true,
    answers: { 200: 'FigureAnswer', 422: 'Split' },
    problems: ['PERSONA_REQUIRED', 'PERSONA_MIX', 'COMPOSITE_REFUSED'],
  },
  {
    method: 'get',
    path: '/results/waves/{wave}',
    id: 'readWaveResults',
    summary: 'Every persona of a wave, each with its own figure, and none over all of them.',
    scope: 'results:read',
    query: WaveResultsQuery,
    answers: { 200: 'WaveResults', 422: 'Split' },
    problems: ['COMPOSITE_REFUSED'],
  },
  {
    method: 'get',
    path: '/results/waves/{wave}/personas/{persona}',
    id: 'readPersonaDepth',
    summary:
      'One persona of a wave in depth: what its figure is made of, how sure it is, and how its people differ.',
    scope: 'results:read',
    query: DepthQuery,
    answers: { 200: 'PersonaDepth' },
  },
  {
    method: 'get',
    path: '/responses',
    id: 'streamResponses',
    summary:
      'Every response of a wave, persona by persona, a line each. Of answers given in confidence there are none, as there are no files of them.',
    scope: 'responses:read',
    query: ResponseQuery,
    answers: { 200: 'Stream' },
    problems: ['EXPORT_IN_CONFIDENCE', 'EXPORT_BEFORE_CLOSE'],
  },
  {
    method: 'get',
    path: '/held-responses',
    id: 'listHeldResponses',
    summary: 'What came in doubtful and counts nowhere, the newest first, with why. Never what was answered.',
    scope: 'responses:read',
    query: HeldListQuery,
    answers: { 200: 'HeldPage' },
  },
  {
    method: 'get',
    path: '/held-responses/{held}',
    id: 'readHeldResponse',
    summary: 'One held response.',
    scope: 'responses:read',
    answers: { 200: 'HeldResponse' },
  },
  {
    method: 'post',
    path: '/held-responses/{held}/release',
    id: 'releaseHeldResponse',
    summary: 'Counts a held response under its persona, once, from now on.',
    scope: 'responses:write',
    body: 'HeldDecision',
    answers: { 200: 'HeldResponse' },
    problems: ['HELD_DECIDED', 'ANSWERED_SINCE', 'SEAT_LEFT', 'HELD_UNREADABLE'],
  },
  {
    method: 'post',
    path: '/held-responses/{held}/discard',
    id: 'discardHeldResponse',
    summary: 'Keeps a held response out. It stays, and can be released later.',
    scope: 'responses:write',
    body: 'HeldDecision',
    answers: { 200: 'HeldResponse' },
    problems: ['HELD_DECIDED'],
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'readContract',
    summary: 'This document.',
    scope: null,
    answers: { 200: 'Document' },
  },
];
