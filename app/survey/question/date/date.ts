import { z } from 'zod';
import { html } from '#app/platform/html.ts';
import { answered, BLANK, fault, givenOf } from '../given.ts';
import type { Room } from '../room.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const day = z.iso.date({ error: 'Give a day, such as 2027-02-26.' });

const DateQuestion = z
  .strictObject({ kind: z.literal('date'), ...shared, earliest: day.optional(), latest: day.optional() })
  .refine(({ earliest, latest }) => !earliest || !latest || earliest <= latest, {
    path: ['latest'],
    message: 'The latest day cannot be before the earliest.',
  });
type DateQuestion = z.infer<typeof DateQuestion>;

/** A day of the calendar, without a time and without a zone. */
export const date = {
  kind: 'date',
  schema: DateQuestion,
  foreign,
  words: { choose: 'A day', short: 'Day' },
  group: 'words',
  parts: [
    { name: 'earliest', control: 'date', label: 'Not before' },
    { name: 'latest', control: 'date', label: 'Not after' },
  ],
  blank: {},
  asks: true,
  lone: true,
  scale: () => 'date',
  seconds: () => 8,
  testable: () => ({ kind: 'date' }),
  labels: () => [],
  read({ key, earliest, latest }, given) {
    const texts = givenOf(given, key);
    if (texts.length === 0) return BLANK;
    if (texts.length > 1 || !day.safeParse(texts[0]).success) return fault('fault.day');
    const chosen = texts[0]!;
    if (earliest && chosen < earliest) return fault('fault.day_before', { earliest: Date.parse(earliest) });
    if (latest && chosen > latest) return fault('fault.day_after', { latest: Date.parse(latest) });
    return answered({ choices: [chosen] });
  },
  missing: 'missing.day',
  control({ key, earliest, latest }, { given, described }) {
    const [written = ''] = given.get(key) ?? [];
    return html`<input class="line" id="${key}" name="${key}" type="date" value="${written}"${earliest ? html` min="${earliest}"` : null}${latest ? html` max="${latest}"` : null}${described}>`;
  },
  tally: (_, { choices = [] }) => choices,
  reading: () => ({ view: 'spread', of: 'date', unit: '' }),
  columns: () => [{ suffix: '', cell: ({ choices }) => choices?.[0] ?? null }],
} as const satisfies Room<DateQuestion>;
