import { z } from 'zod';
import {
  CHOICE_PARTS,
  choiceColumns,
  choicesControl,
  countedOptions,
  loneOf,
  MOST_OPTIONS,
  readChoices,
} from '../control/choices.ts';
import { fault } from '../given.ts';
import type { Room } from '../room.ts';
import { lines, shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const count = z.number().int('Use a whole number.').min(1).max(MOST_OPTIONS).optional();

const Multiple = z
  .strictObject({
    kind: z.literal('multiple'),
    ...shared,
    options: lines(2, MOST_OPTIONS, 'Give at least two choices.'),
    other: z.string().trim().max(60).optional(),
    shuffle: z.boolean().optional(),
    pinLast: z.boolean().optional(),
    loneLast: z.boolean().optional(),
    atLeast: count,
    atMost: count,
  })
  .refine(({ atLeast, atMost }) => (atLeast ?? 1) <= (atMost ?? MOST_OPTIONS), {
    path: ['atMost'],
    message: 'The most cannot be fewer than the least.',
  })
  .refine(({ atLeast, options, other }) => (atLeast ?? 1) <= options.length + (other ? 1 : 0), {
    path: ['atLeast'],
    message: 'That is more than there are choices.',
  });
type Multiple = z.infer<typeof Multiple>;

/** Several choices. */
export const multiple = {
  kind: 'multiple',
  schema: Multiple,
  foreign,
  words: { choose: 'Several choices', short: 'Several choices' },
  group: 'choice',
  parts: [
    ...CHOICE_PARTS,
    {
      name: 'loneLast',
      control: 'flag',
      label: 'The last choice goes with no other',
      help: 'For “None of these”: ticking it unticks the others. It stays last.',
    },
    { name: 'atLeast', control: 'number', label: 'Tick at least', min: 1, max: MOST_OPTIONS },
    { name: 'atMost', control: 'number', label: 'Tick at most', min: 1, max: MOST_OPTIONS },
  ],
  blank: {},
  asks: true,
  lone: false,
  scale: () => 'multiple',
  seconds: ({ options }) => 4 + 2 * options.length,
  testable: (question) => ({ kind: 'choice', options: countedOptions(question) }),
  labels: countedOptions,
  read(question, given) {
    const read = readChoices(question, given, true);
    if (read.kind !== 'answered') return read;
    const choices = read.value.choices!;
    const ticked = choices.length;
    const lone = loneOf(question);
    if (lone && choices.includes(lone.key))
      return ticked === 1 ? read : fault('fault.lone', { choice: lone.label });
    const { atLeast = 1, atMost = MOST_OPTIONS + 1 } = question;
    if (ticked < atLeast) return fault('fault.too_few', { count: atLeast });
    if (ticked > atMost) return fault('fault.too_many', { count: atMost });
    return read;
  },
  missing: 'missing.choice',
  control: (question, drawing) => choicesControl(question, 'checkbox', drawing),
  // The empty value counts the person behind the ticks.
  tally: (_, { choices = [] }) => (choices.length > 0 ? ['', ...choices] : []),
  reading: (question) => ({ view: 'shares', values: countedOptions(question), several: true }),
  columns: (question) => choiceColumns(question, true),
} as const satisfies Room<Multiple>;
