import { z } from 'zod';
import { html } from '#app/platform/html.ts';
import { BLANK } from '../given.ts';
import type { Room } from '../room.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const Statement = z.strictObject({ kind: z.literal('statement'), ...shared });
type Statement = z.infer<typeof Statement>;

/** Words between questions. Takes no answer. */
export const statement = {
  kind: 'statement',
  schema: Statement,
  foreign,
  words: { choose: 'Words between questions', short: 'Statement' },
  group: 'other',
  parts: [],
  blank: { concept: 'statement' },
  asks: false,
  lone: false,
  scale: () => 'none',
  seconds: () => 0,
  testable: () => ({ kind: 'nothing' }),
  labels: () => [],
  read: () => BLANK,
  missing: 'missing.words',
  control: () => html``,
  tally: () => [],
  reading: () => ({ view: 'none' }),
  columns: () => [],
} as const satisfies Room<Statement>;
