import { describe, expect, test } from 'vitest';
import { meetFaults } from '#tests/chaos/smtp-faults.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('a mail server in every mood, on %s', (engine) => {
  test('leaves each message in the state that the table says, and nobody with a mail too many', async () => {
    // What a mail server says before the dot touches the database alike on either.
    const those =
      engine === 'postgres' ? { those: (name: string) => /dot|middle|sign-in|late/.test(name) } : {};
    const { figures, broken } = await meetFaults({ engine, late: 300, perByte: 2, ...those });
    expect(broken).toEqual([]);
    expect(figures.behaviours).toBeGreaterThanOrEqual(engine === 'postgres' ? 10 : 27);
  }, 60_000);
});
