import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#app/platform/clock.ts';
import {
  countsAs,
  isWornOut,
  kindOf,
  outcomeOf,
  saysNobodyIsThere,
  shortDetail,
  sparesAddress,
} from './mail-event.ts';

const KINDS = ['delayed', 'delivered', 'soft_bounce', 'hard_bounce', 'complaint'] as const;

describe('what a message came to', () => {
  it('is the gravest that was said, in whatever order', () => {
    const events = KINDS.map((kind, place) => ({ kind, at: 10 - place, detail: '' }));
    for (const [place, kind] of KINDS.entries()) {
      const said = events.slice(0, place + 1);
      expect(outcomeOf(said)?.kind).toBe(kind);
      expect(outcomeOf(said.reverse())?.kind).toBe(kind);
    }
    expect(outcomeOf([])).toBeNull();
  });

  it('is of equals the first, and of those of one moment always the same', () => {
    const [early, late] = [1, 2].map((at) => ({ kind: 'delivered' as const, at, detail: '' }));
    expect(outcomeOf([late!, early!])).toBe(early);
    const twins = ['a', 'b'].map((detail) => ({ kind: 'delivered' as const, at: 1, detail }));
    expect(outcomeOf(twins)).toBe(twins[0]);
    expect(outcomeOf([...twins].reverse())).toBe(twins[0]);
  });
});

describe('a bounce', () => {
  it.each(['5.1.1', '5.1.0', '5.1.10', '5.1.6', '5.2.0', '5.2.1', '5.0.0', null])(
    'of %s says that nobody is there',
    (status) => expect(saysNobodyIsThere(status)).toBe(true),
  );
  it.each(['5.2.2', '5.7.1', '5.1.7', '5.1.8', '5.3.4', '5.4.4', '4.1.1', '5.1.11'])(
    'of %s does not',
    (status) => expect(saysNobodyIsThere(status)).toBe(false),
  );

  it.each(['5.2.2', '5.2.3', '5.1.7', '5.1.8', '5.3.4', '5.6.1', '5.7.1', '5.7.130', '5.7.515'])(
    'of %s says nothing against the address',
    (status) => expect(sparesAddress(status)).toBe(true),
  );
  it.each(['5.1.1', '5.1.10', '5.2.0', '5.2.1', '5.4.1', '5.4.4', '5.0.0', '5.7.13', '5.7.17', null])(
    'of %s does',
    (status) => expect(sparesAddress(status)).toBe(false),
  );

  it('that spares the address is taken in as one for now, and holds its wave up as one for good', () => {
    const turnedAway = { kind: 'hard_bounce', status: '5.7.1' } as const;
    expect(kindOf(turnedAway)).toBe('soft_bounce');
    expect(countsAs({ ...turnedAway, kind: kindOf(turnedAway) })).toBe('hard_bounce');
    expect(countsAs({ kind: 'soft_bounce', status: '4.2.2' })).toBeNull();
    expect(kindOf({ kind: 'hard_bounce', status: '5.1.1' })).toBe('hard_bounce');
    expect(kindOf({ kind: 'complaint', status: '5.7.1' })).toBe('complaint');
  });

  it('wears an address out by the third within seven days, of those that are no twins', () => {
    const soft = (...times: number[]) => times.map((at) => ({ messageId: 'm', at }));
    expect(isWornOut(soft(0, DAY, 7 * DAY))).toBe(true);
    expect(isWornOut(soft(0, DAY, 7 * DAY + 1))).toBe(false);
    expect(isWornOut(soft(0, 60 * MINUTE, 8 * DAY, 9 * DAY))).toBe(false);
    expect(isWornOut([...soft(0, DAY), { messageId: 'other', at: 0 }])).toBe(true);
  });

  it('is told in one short line', () => {
    expect(shortDetail(`a\r\nb\u2028c\0 ${'x'.repeat(400)}`)).toMatch(/^a b c x{294}$/);
  });
});
