import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const here = new URL('.', import.meta.url);
const modules = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !/\.(test|test-d|server)\.ts$/.test(name),
);

/** Methods that promise more than they hold, and sums over personas: never offered, by any name we can think of. */
const FORBIDDEN = [
  /^wald/i,
  /bootstrap/i,
  /contrast/i,
  /fpc|populationCorrection/i,
  /blend|overall|composite/i,
];

test.each(modules)('%s offers nothing that must not be computed', async (name) => {
  const offered = Object.keys(await import(new URL(name, here).href));
  expect(offered.filter((word) => FORBIDDEN.some((forbidden) => forbidden.test(word)))).toEqual([]);
});

test('only the mints make samples: the class itself is not offered', async () => {
  expect(Object.keys(await import('./sample.ts')).sort()).toEqual(['mintPart', 'mintSample']);
});
