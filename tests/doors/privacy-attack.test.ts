import { expect, test } from 'vitest';
import { policyFor } from '#app/results/confidence/policy.ts';
import { attackConfidence, watchConfidence } from '#tests/privacy/attack.ts';

/** Everything is read after every fourth answer: four are a group of fewer than five as one is. */
const SMALL = { engine: 'sqlite', people: 32, days: 1, seed: 7, step: 4 } as const;
/** It reads some thousand pages: a minute on a quiet machine, and several on one that does much else. */
const MINUTES = 600_000;

test(
  'whoever writes down everything that a permission or a key opens learns of no group of fewer than five',
  async () => {
    const { figures, broken } = await attackConfidence({ ...SMALL, watching: ['executive', 'key'] });
    expect(broken).toEqual([]);
    expect(figures).toMatchObject({ determined: 0 });
  },
  MINUTES,
);

/** What is read must find what it holds: each of these is enough by itself where numbers move with every answer. */
const PAGES = [
  ...['_desk.overview', '_desk.overview[.]pdf', '_desk.overview_.lines', '_desk.overview_.lines[.]csv'],
  ...[
    '_desk.overview_.monday',
    '_desk.results._index',
    '_desk.results.$wave.$persona',
    '_desk.results[.]csv',
  ],
  'share.$token',
];
const FILES = ['figures.csv', 'figures.json', 'figures.xlsx'];
const MAILS = ['Monday mail', 'Monday mail as a page'];
const API = [
  ...['api.v1.results', 'api.v1.results.waves.$wave', 'api.v1.results.waves.$wave.personas.$persona'],
];
const PLANTED: Readonly<Record<'executive' | 'key', readonly string[]>> = {
  executive: [
    ...PAGES,
    ...FILES,
    ...MAILS,
    ...[...PAGES, ...FILES]
      .filter((route) => route !== '_desk.overview_.monday')
      .map((route) => `the wave of a link in ${route}`),
    ...[...PAGES, ...FILES, ...MAILS].map((route) => `what was held, in ${route}`),
    'groups in _desk.results.$wave.$persona',
    'groups in _desk.results.$wave.$persona_.breakdown[.]csv',
  ],
  key: [
    ...API,
    ...API.map((route) => `the wave of a link in ${route}`),
    ...API.map((route) => `what was held, in ${route}`),
    'groups in api.v1.results.waves.$wave.personas.$persona',
  ],
};

test(
  'where numbers move with every answer, each thing that is read names by itself whose answer it was',
  async () => {
    const policyOf = (thresholds: Parameters<typeof policyFor>[0]) => ({
      ...policyFor(thresholds),
      people: 1,
    });
    const careless = { ...SMALL, watching: ['executive', 'key'], compares: false, policyOf } as const;
    for (const { as, enough, determined, apart } of await watchConfidence(careless)) {
      expect(determined).not.toEqual([]);
      expect(PLANTED[as as keyof typeof PLANTED].filter((kind) => !enough.includes(kind))).toEqual([]);
      // Of the persona of nobody the careless product never looks at anything.
      expect(apart.some((path) => path.includes('influencer'))).toBe(true);
    }
  },
  MINUTES,
);
