import { z } from 'zod';
import { html } from '#app/platform/html.ts';
import { answered, BLANK, fault, givenOf, type ReadAnswer } from '../given.ts';
import type { Room } from '../room.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const LARGEST = 1_000_000_000;
const bound = z.number().min(-LARGEST).max(LARGEST).optional();

const NumberQuestion = z
  .strictObject({
    kind: z.literal('number'),
    ...shared,
    least: bound,
    most: bound,
    decimals: z.number().int('Use a whole number.').min(0).max(4).optional(),
    unit: z.string().trim().max(20).optional(),
  })
  .refine(({ least, most }) => (least ?? -LARGEST) <= (most ?? LARGEST), {
    path: ['most'],
    message: 'The most cannot be less than the least.',
  });
type NumberQuestion = z.infer<typeof NumberQuestion>;

/** A number, with a comma or a point for decimals as the writer is used to. */
export const number = {
  kind: 'number',
  schema: NumberQuestion,
  foreign,
  words: { choose: 'A number', short: 'Number' },
  group: 'words',
  parts: [
    { name: 'least', control: 'number', label: 'At least', min: -LARGEST, max: LARGEST },
    { name: 'most', control: 'number', label: 'At most', min: -LARGEST, max: LARGEST },
    { name: 'decimals', control: 'number', label: 'Decimals', help: 'Left empty, none.', min: 0, max: 4 },
    {
      name: 'unit',
      control: 'text',
      label: 'Unit',
      help: 'Such as hours.',
      most: 20,
      optional: true,
      translatable: true,
    },
  ],
  blank: {},
  asks: true,
  lone: true,
  scale: () => 'number',
  seconds: () => 8,
  testable: ({ least, most }) => ({ kind: 'number', low: least ?? null, high: most ?? null }),
  labels: ({ unit }) => (unit ? [{ key: 'unit', label: unit }] : []),
  read({ key, least = -LARGEST, most = LARGEST, decimals = 0 }, given) {
    const texts = givenOf(given, key);
    if (texts.length === 0) return BLANK;
    const plain = (texts[0] ?? '')
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace('−', '-')
      .replace(',', '.');
    const value = /^[+-]?\d{1,10}(\.\d{1,10})?$/.test(plain) ? Number(plain) : Number.NaN;
    if (texts.length > 1 || Number.isNaN(value)) return fault('fault.number');
    if (value < least || value > most) return outOfRange(least, most);
    if ((plain.split('.')[1]?.replace(/0+$/, '').length ?? 0) > decimals)
      return fault('fault.decimals', { count: decimals });
    return answered({ choices: [String(value === 0 ? 0 : value)] });
  },
  missing: 'missing.number',
  control({ key, decimals, unit }, { given, described }) {
    const [written = ''] = given.get(key) ?? [];
    return html`<p class="with-unit"><input class="line" id="${key}" name="${key}" type="text" inputmode="${decimals ? 'decimal' : 'numeric'}" value="${written}"${described} maxlength="20">${unit ? html`<span>${unit}</span>` : null}</p>`;
  },
  tally: (_, { choices = [] }) => choices,
  reading: ({ unit }) => ({ view: 'spread', of: 'number', unit: unit ?? '' }),
  columns: () => [
    { suffix: '', cell: ({ choices }) => (choices?.[0] === undefined ? null : Number(choices[0])) },
  ],
} as const satisfies Room<NumberQuestion>;

function outOfRange(least: number, most: number): ReadAnswer {
  if (most === LARGEST) return fault('fault.number_least', { least });
  if (least === -LARGEST) return fault('fault.number_most', { most });
  return fault('fault.number_range', { least, most });
}
