import { z } from 'zod';
import { choicesControl } from '../control/choices.ts';
import { answered, BLANK, fault, givenOf } from '../given.ts';
import type { Room } from '../room.ts';
import { type Option, shared } from '../shared.ts';

const label = z.string().trim().min(1, 'Write this choice.').max(120);

const RoleConfirm = z.strictObject({
  kind: z.literal('role'),
  ...shared,
  still: label,
  changed: label,
  never: label,
});
type RoleConfirm = z.infer<typeof RoleConfirm>;

function choices({ still, changed, never }: RoleConfirm): Option[] {
  return [
    { key: 'still', label: still },
    { key: 'changed', label: changed },
    { key: 'never', label: never },
  ];
}

/** Asks whether the role they are asked in is still theirs. It confirms or doubts a role; it never sets one. */
export const role = {
  kind: 'role',
  schema: RoleConfirm,
  words: { choose: 'Confirm the role', short: 'Role' },
  group: 'other',
  parts: [
    { name: 'still', control: 'text', label: 'Still so', most: 120, translatable: true },
    { name: 'changed', control: 'text', label: 'Was so, and has changed', most: 120, translatable: true },
    { name: 'never', control: 'text', label: 'Never was so', most: 120, translatable: true },
  ],
  blank: {
    concept: 'role',
    // The name stands by itself: whatever it is, no sentence has to bend around it.
    wording:
      'Your role at {{account.name|your company}}, as we know it: {{persona.name|the one we wrote to you in}}. Does that still fit?',
    parts: { still: 'Yes', changed: 'Not any more', never: 'It never did' },
  },
  asks: true,
  lone: false,
  scale: () => 'role',
  seconds: () => 5,
  testable: (question) => ({ kind: 'choice', options: choices(question) }),
  labels: choices,
  read(question, given) {
    const chosen = givenOf(given, question.key);
    if (chosen.length === 0) return BLANK;
    const isKnown = chosen.length === 1 && choices(question).some(({ key }) => key === chosen[0]);
    return isKnown ? answered({ choices: chosen }) : fault('fault.one');
  },
  missing: 'missing.choice',
  control: (question, drawing) =>
    choicesControl({ key: question.key, options: choices(question) }, 'radio', drawing),
  tally: (_, value) => value.choices ?? [],
  reading: (question) => ({ view: 'shares', values: choices(question), several: false }),
  columns: () => [{ suffix: '', cell: ({ choices: chosen }) => chosen?.[0] ?? null }],
} as const satisfies Room<RoleConfirm>;
