import { describe, expect, test } from 'vitest';
import { chaosOfSending } from '#tests/chaos/send.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('senders that are killed in the middle of a mailing, on %s', (engine) => {
  test.each([
    { senders: 1, mode: 'hold' },
    { senders: 2, mode: 'resend-once' },
  ] as const)(
    'leave nobody without a state, and nobody with two mails but as the programme wants it: $senders, $mode',
    async (chosen) => {
      const { figures, broken } = await chaosOfSending({
        ...{ engine, ...chosen, recipients: 60, kills: 3 },
        ...{ lives: 700, latency: 200, hurried: true },
      });
      expect(broken).toEqual([]);
      expect(figures).toMatchObject({ lost: 0, nonfinal: 0, recipients: 60 });
    },
    180_000,
  );
});
