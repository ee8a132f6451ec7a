import { z } from 'zod';
import {
  CHOICE_PARTS,
  choiceColumns,
  choicesControl,
  countedOptions,
  MOST_OPTIONS,
  readChoices,
} from '../control/choices.ts';
import type { Room } from '../room.ts';
import { lines, shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const Single = z.strictObject({
  kind: z.literal('single'),
  ...shared,
  options: lines(2, MOST_OPTIONS, 'Give at least two choices.'),
  other: z.string().trim().max(60).optional(),
  shuffle: z.boolean().optional(),
  pinLast: z.boolean().optional(),
});
type Single = z.infer<typeof Single>;

/** One choice of several. */
export const single = {
  kind: 'single',
  schema: Single,
  foreign,
  words: { choose: 'One choice of several', short: 'One choice' },
  group: 'choice',
  parts: CHOICE_PARTS,
  blank: {},
  asks: true,
  lone: false,
  scale: () => 'single',
  seconds: ({ options }) => 4 + options.length,
  testable: (question) => ({ kind: 'choice', options: countedOptions(question) }),
  labels: countedOptions,
  read: (question, given) => readChoices(question, given, false),
  missing: 'missing.choice',
  control: (question, drawing) => choicesControl(question, 'radio', drawing),
  tally: (_, value) => value.choices ?? [],
  reading: (question) => ({ view: 'shares', values: countedOptions(question), several: false }),
  columns: (question) => choiceColumns(question, false),
} as const satisfies Room<Single>;
