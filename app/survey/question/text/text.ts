import { z } from 'zod';
import { html } from '#app/platform/html.ts';
import { BLANK, fault, givenOf, LONGEST_TEXT, readText } from '../given.ts';
import type { Room } from '../room.ts';
import type { SaidId } from '../said.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const CHECKS = ['email', 'url', 'phone'] as const;

const Text = z.strictObject({
  kind: z.literal('text'),
  ...shared,
  /** One line or several; absent means several. */
  size: z.enum(['line', 'area']).optional(),
  check: z.enum(['none', ...CHECKS]).optional(),
  longest: z.number().int('Use a whole number.').min(1).max(LONGEST_TEXT).optional(),
});
type Text = z.infer<typeof Text>;

/** What a checked line has to be: the control's own type, and what is said where it is not. */
const CHECKED = {
  none: { type: 'text', isOne: () => true, said: 'missing.words' },
  email: {
    type: 'email',
    isOne: (text) => z.email().safeParse(text).success,
    said: 'fault.email',
  },
  url: {
    type: 'url',
    isOne: (text) => z.url({ protocol: /^https?$/ }).safeParse(text).success,
    said: 'fault.url',
  },
  phone: {
    type: 'tel',
    isOne: (text) => /^\+?[\d\s()./-]{5,25}$/.test(text) && /\d{5}/.test(text.replace(/\D/g, '')),
    said: 'fault.phone',
  },
} as const satisfies Record<
  NonNullable<Text['check']>,
  { type: string; isOne(text: string): boolean; said: SaidId }
>;

/** Text in their own words, or one checked line. */
export const text = {
  kind: 'text',
  schema: Text,
  foreign,
  words: { choose: 'Text in their own words', short: 'Text' },
  group: 'words',
  parts: [
    {
      name: 'size',
      control: 'choose',
      label: 'Room to write',
      options: [
        { value: 'area', label: 'Several lines' },
        { value: 'line', label: 'One line' },
      ],
    },
    {
      name: 'check',
      control: 'choose',
      label: 'What it has to be',
      when: { part: 'size', is: ['line'] },
      options: [
        { value: 'none', label: 'Any text' },
        { value: 'email', label: 'An e-mail address' },
        { value: 'url', label: 'A web address' },
        { value: 'phone', label: 'A telephone number' },
      ],
    },
    {
      name: 'longest',
      control: 'number',
      label: 'At most this many characters',
      help: `Left empty, ${LONGEST_TEXT}.`,
      min: 1,
      max: LONGEST_TEXT,
    },
  ],
  blank: { parts: { size: 'area', check: 'none' } },
  asks: true,
  lone: true,
  scale: () => 'text',
  seconds: ({ size }) => (size === 'line' ? 8 : 20),
  testable: () => ({ kind: 'words' }),
  labels: () => [],
  read({ key, check = 'none', longest }, given) {
    const written = givenOf(given, key).join('\n');
    if (written === '') return BLANK;
    const read = readText(written, longest);
    return read.kind === 'answered' && !CHECKED[check].isOne(written) ? fault(CHECKED[check].said) : read;
  },
  missing: 'missing.words',
  control({ key, size, check = 'none', longest = LONGEST_TEXT }, { given, described }) {
    const [written = ''] = given.get(key) ?? [];
    return size === 'line'
      ? html`<input class="line" id="${key}" name="${key}" type="${CHECKED[check].type}" value="${written}"${described} maxlength="${longest}">`
      : html`<textarea id="${key}" name="${key}"${described} maxlength="${longest}">${written}</textarea>`;
  },
  // A text is read, never counted.
  tally: () => [],
  reading: () => ({ view: 'words' }),
  columns: () => [{ suffix: '', cell: ({ verbatim }) => verbatim ?? null }],
} as const satisfies Room<Text>;
