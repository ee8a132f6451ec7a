import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#db/migrations/kit.ts';
import type { BroughtMany, ManyPeople } from '#tests/support/bring-many-people.ts';

const SIZES: [Engine, number][] = [
  ['sqlite', 100_000],
  ['postgres', 20_000],
];

/** The whole heap of the process, test house included; past it the worker dies. */
const HEAP_MB = 120;

describe.each(SIZES)('on %s, %i people', (engine, rows) => {
  it('come in with little memory, while others are answered', { timeout: 600_000 }, async () => {
    const { report, waits } = await bringInWorker({ engine, rows });
    const withoutRole = Math.ceil(rows / 3);
    expect(report).toMatchObject({ newPeople: rows - withoutRole, roleMissing: withoutRole, needYou: 0 });
    expect(waits.length).toBeGreaterThan(50);
    expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(100);
  });
});

function bringInWorker(workerData: ManyPeople): Promise<BroughtMany> {
  const script = new URL('../support/bring-many-people.ts', import.meta.url);
  const worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
