import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differenceBetween } from '#app/results/difference.ts';
import { figureOf } from '#app/results/figure.ts';
import { figureSentence } from '#app/results/sentence.ts';
import { guideRow } from '#tests/support/guide-cases.ts';
import { autumnWave, classesOf, sampleOf } from '#tests/support/samples.ts';

const GUIDE = readFileSync('docs/guides/how-sure-are-we.md', 'utf8');
const ROWS = [...GUIDE.matchAll(/^\| `([a-z0-9-]+)` \| ([^|]+) \| ([^|]+) \|$/gm)];

describe('the guide “How sure are we”', () => {
  it.each(ROWS.map(([, id, given, says]) => ({ id: id!, given, says })))(
    'says of $id what the product says',
    ({ id, given, says }) => {
      expect({ given, says }).toEqual(guideRow(id));
    },
  );

  it('has a case for each thing it explains', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(20);
  });

  it('quotes the figure sentence as the product writes it', () => {
    const spring = sampleOf([[3, 4], [5], [6], [7], [7], [8], [8], [9], [9]], {
      persona: 'buyer',
      known: 12,
    });
    const autumn = sampleOf(classesOf(2, 4, 3), { persona: 'buyer', known: 11, wave: autumnWave });
    expect(GUIDE).toContain(`\`${figureSentence(figureOf(spring), differenceBetween(autumn, spring))}\``);
  });

  it('never says the words that claim more than an interval does', () => {
    expect(GUIDE).not.toMatch(/significan|customer/i);
  });
});
