import { z } from 'zod';
import { html } from '#app/platform/html.ts';
import { optionsInOrder } from '../control/choices.ts';
import { answered, BLANK, fault, givenOf } from '../given.ts';
import type { Room } from '../room.ts';
import { lines, shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const MOST_RANKED = 12;

const Ranking = z.strictObject({
  kind: z.literal('ranking'),
  ...shared,
  options: lines(2, MOST_RANKED, 'Give at least two things to put in order.'),
  /** How many places to fill; absent means all. */
  places: z.number().int('Use a whole number.').min(1).max(MOST_RANKED).optional(),
  shuffle: z.boolean().optional(),
});
type Ranking = z.infer<typeof Ranking>;

function placesOf({ options, places }: Ranking): number {
  return Math.min(places ?? options.length, options.length);
}

function ranks(question: Ranking): { key: string; label: string }[] {
  return Array.from({ length: placesOf(question) }, (_, at) => ({
    key: String(at + 1),
    label: String(at + 1),
  }));
}

/** Things put in order, or the first few of them. */
export const ranking = {
  kind: 'ranking',
  schema: Ranking,
  foreign,
  words: { choose: 'Put in order', short: 'Ranking' },
  group: 'choice',
  parts: [
    {
      name: 'options',
      control: 'lines',
      label: 'Things to put in order',
      one: 'Thing',
      letter: 'o',
      least: 2,
      most: MOST_RANKED,
    },
    {
      name: 'places',
      control: 'number',
      label: 'Only the first',
      help: 'Such as 3 for a top three. Left empty, all are put in order.',
      min: 1,
      max: MOST_RANKED,
    },
    { name: 'shuffle', control: 'flag', label: 'Listed in a different order for each person' },
  ],
  blank: {},
  asks: true,
  lone: false,
  scale: () => 'ranking',
  seconds: ({ options }) => 6 + 4 * options.length,
  testable: ({ options }) => ({ kind: 'choice', options }),
  labels: ({ options }) => options,
  /** A place beside each thing; the places given must be 1, 2, 3 … once each. */
  read(question, given) {
    const placed = question.options.flatMap(({ key }) =>
      givenOf(given, `${question.key}.${key}`).map((place) => ({ key, place: Number(place) })),
    );
    if (placed.length === 0) return BLANK;
    const most = placesOf(question);
    const choices = placed.sort((a, b) => a.place - b.place).map(({ key }) => key);
    if (placed.length !== most || !placed.every(({ place }, at) => place === at + 1))
      return fault('fault.places', { most });
    return answered({ choices });
  },
  missing: 'missing.order',
  control(question, drawing) {
    const places = ranks(question);
    return html`<p class="help">${drawing.say('ranking.help')}</p><div class="ranks">${optionsInOrder(
      question,
      `${drawing.seed} ${question.key}`,
    ).map(({ key, label }) => {
      const name = `${question.key}.${key}`;
      const [chosen] = givenOf(drawing.given, name);
      return html`<label class="rank"><select name="${name}"><option value="">–</option>${places.map(
        (place) =>
          html`<option value="${place.key}"${place.key === chosen ? html` selected` : null}>${place.label}</option>`,
      )}</select><span>${label}</span></label>`;
    })}</div>`;
  },
  tally: (_, { choices = [] }) =>
    choices.length > 0 ? ['', ...choices.map((key, at) => `${key}:${at + 1}`)] : [],
  reading: (question) => ({
    view: 'grid',
    rows: question.options,
    columns: ranks(question),
    ordered: true,
  }),
  columns: (question) =>
    question.options.map(({ key }) => ({
      suffix: key,
      cell: ({ choices = [] }) => (choices.includes(key) ? choices.indexOf(key) + 1 : null),
    })),
} as const satisfies Room<Ranking>;
