import { z } from 'zod';
import { html } from '#app/platform/html.ts';
import { optionLine } from '../control/choices.ts';
import { answered, BLANK, fault, givenOf } from '../given.ts';
import type { Room } from '../room.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const Consent = z.strictObject({
  kind: z.literal('consent'),
  ...shared,
  agree: z.string().trim().min(1, 'Write what they agree to.').max(300),
});
type Consent = z.infer<typeof Consent>;

const YES = 'yes';

/** One tick that says yes to something; an empty box is no answer, never a no. */
export const consent = {
  kind: 'consent',
  schema: Consent,
  foreign,
  words: { choose: 'Consent', short: 'Consent' },
  group: 'other',
  parts: [{ name: 'agree', control: 'text', label: 'What they tick', most: 300, translatable: true }],
  blank: { concept: 'consent', parts: { agree: 'I agree' } },
  asks: true,
  lone: false,
  scale: () => 'consent',
  seconds: () => 5,
  testable: ({ agree }) => ({ kind: 'choice', options: [{ key: YES, label: agree }] }),
  labels: ({ agree }) => [{ key: YES, label: agree }],
  read({ key }, given) {
    const ticked = givenOf(given, key);
    if (ticked.length === 0) return BLANK;
    return ticked.length === 1 && ticked[0] === YES ? answered({ choices: [YES] }) : fault('fault.tick');
  },
  missing: 'missing.tick',
  control: ({ key, agree }, { given }) =>
    html`<div class="opts">${optionLine(key, 'checkbox', { key: YES, label: agree }, { isChosen: givenOf(given, key).includes(YES) })}</div>`,
  tally: (_, { choices = [] }) => choices,
  reading: ({ agree }) => ({ view: 'shares', values: [{ key: YES, label: agree }], several: false }),
  columns: () => [{ suffix: '', cell: ({ choices }) => choices?.[0] ?? null }],
} as const satisfies Room<Consent>;
