import { z } from 'zod';
import { html } from '#app/platform/html.ts';
import { checked } from '../control/scale.ts';
import { shuffled } from '../control/shuffle.ts';
import { answered, BLANK, fault, givenOf } from '../given.ts';
import type { Room } from '../room.ts';
import { lines, shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const Matrix = z.strictObject({
  kind: z.literal('matrix'),
  ...shared,
  rows: lines(1, 12, 'Give at least one row.'),
  columns: lines(2, 7, 'Give at least two columns.'),
  shuffle: z.boolean().optional(),
});
type Matrix = z.infer<typeof Matrix>;

/** The same choices for several things. On the page each thing is a group of its own: a table does not fit a phone. */
export const matrix = {
  kind: 'matrix',
  schema: Matrix,
  foreign,
  words: { choose: 'Several things on one scale', short: 'Matrix' },
  group: 'choice',
  parts: [
    {
      name: 'rows',
      control: 'lines',
      label: 'Rows: the things',
      one: 'Row',
      letter: 'r',
      least: 1,
      most: 12,
    },
    {
      name: 'columns',
      control: 'lines',
      label: 'Columns: the choices',
      one: 'Column',
      letter: 'c',
      least: 2,
      most: 7,
    },
    { name: 'shuffle', control: 'flag', label: 'Rows in a different order for each person' },
  ],
  blank: {},
  asks: true,
  lone: false,
  scale: () => 'matrix',
  seconds: ({ rows }) => 3 + 5 * rows.length,
  testable: () => ({ kind: 'words' }),
  labels: ({ rows, columns }) => [...rows, ...columns],
  read(question, given) {
    const known = new Set(question.columns.map(({ key }) => key));
    const chosen = question.rows.map(({ key }) => givenOf(given, `${question.key}.${key}`));
    if (chosen.every(({ length }) => length === 0)) return BLANK;
    if (!chosen.every((row) => row.length <= 1 && row.every((column) => known.has(column))))
      return fault('fault.row');
    if (question.required && chosen.some(({ length }) => length === 0)) return fault('fault.rows');
    const choices = question.rows.flatMap(({ key }, at) => chosen[at]!.map((column) => `${key}:${column}`));
    return answered({ choices });
  },
  missing: 'missing.rows',
  control(question, drawing) {
    const rows = question.shuffle
      ? shuffled(question.rows, `${drawing.seed} ${question.key}`)
      : question.rows;
    return html`<div class="grid">${rows.map((row) => {
      const name = `${question.key}.${row.key}`;
      const [chosen] = givenOf(drawing.given, name);
      return html`<fieldset class="row"><legend>${row.label}</legend><div class="cells">${question.columns.map(
        (column) =>
          html`<label><input type="radio" name="${name}" value="${column.key}"${checked(column.key === chosen)}><span>${column.label}</span></label>`,
      )}</div></fieldset>`;
    })}</div>`;
  },
  tally: (_, { choices = [] }) => (choices.length > 0 ? ['', ...choices] : []),
  reading: ({ rows, columns }) => ({ view: 'grid', rows, columns }),
  columns: ({ rows }) =>
    rows.map(({ key }) => ({
      suffix: key,
      cell: ({ choices = [] }) =>
        choices.find((choice) => choice.startsWith(`${key}:`))?.slice(key.length + 1) ?? null,
    })),
} as const satisfies Room<Matrix>;
