import { describe, expect, test } from 'vitest';
import { scanLinks } from '#tests/chaos/scanners.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('scanners at the links of a mailing, on %s', (engine) => {
  test('write nothing by reading, count nothing by pressing, and harm no person', async () => {
    const { figures, broken } = await scanLinks({ engine, links: 10, inBrowser: 0, stay: 0 });
    expect(broken).toEqual([]);
    expect(figures).toMatchObject({ counted_of_machines: 0, written_by_reading: 0, people_counted: 10 });
  }, 120_000);
});
