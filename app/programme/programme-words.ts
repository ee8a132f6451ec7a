import type { Confidentiality } from './confidentiality.ts';

export type ProgrammeState = 'draft' | 'live' | 'paused' | 'shut';

export const PROGRAMME_STATE_WORDS = {
  draft: 'Nothing sent yet',
  live: 'Live',
  paused: 'Paused',
  shut: 'Shut',
} as const satisfies Record<ProgrammeState, string>;

/** What respondents are promised, in the words they read. */
export const PROMISE_WORDS = {
  attributed: { name: 'Attributed', promise: 'Your name stands beside your answer.' },
  confidential: {
    name: 'Confidential',
    promise: 'We know who answered; colleagues see answers without names.',
  },
  unlinkable: { name: 'Unlinkable', promise: 'Nobody, not even we, can tell who gave which answer.' },
} as const satisfies Record<Confidentiality, { name: string; promise: string }>;
