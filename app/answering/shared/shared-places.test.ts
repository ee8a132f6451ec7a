import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#app/platform/clock.ts';
import { PLACES } from './shared-limit.ts';
import { type Knock, Places } from './shared-places.ts';

const NOON = 20_000 * DAY + 12 * HOUR;
const knock = (given: Partial<Knock> = {}): Knock => ({
  ...{ linkId: 'l', generation: 1, network: 'a', confidentiality: 'attributed', isCounted: true, at: NOON },
  ...given,
});

function kindsOf(places: Places, count: number, given: (i: number) => Partial<Knock>) {
  const kinds: Record<string, number> = {};
  for (let i = 0; i < count; i += 1) {
    const place = places.take(knock(given(i)));
    const kind = place.kind === 'over' ? `over ${place.what}` : place.kind;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

describe('places of a shared link', () => {
  test('an office of 500 behind one address answers at once; the next press waits for a place', () => {
    const places = new Places(new Map());
    expect(kindsOf(places, 600, () => ({}))).toEqual({ taken: 500, 'over network': 100 });
    const refused = places.take(knock());
    expect(refused).toMatchObject({ kind: 'over', wait: DAY / PLACES.network });
    const { wait } = refused as { wait: number };
    expect(places.take(knock({ at: NOON + wait - 1 })).kind).toBe('over');
    expect(places.take(knock({ at: NOON + wait })).kind).toBe('taken');
    expect(places.take(knock({ network: 'b' })).kind).toBe('taken');
  });

  test('from many networks at once, what is past the counted places is held, and past all of them waits', () => {
    const places = new Places(new Map());
    expect(kindsOf(places, 12_000, (i) => ({ network: `n${i % 100}` }))).toEqual({
      ...{ taken: PLACES.counted, held_back: PLACES.kept - PLACES.counted },
      'over kept': 12_000 - PLACES.kept,
    });
  });

  test('what is held anyway takes none of the counted places', () => {
    const places = new Places(new Map());
    kindsOf(places, 5000, (i) => ({ network: `n${i % 100}`, isCounted: false }));
    expect(places.take(knock()).kind).toBe('taken');
  });

  test('whoever presses all day gets a day’s places more, never twice as many', () => {
    const places = new Places(new Map());
    const all = kindsOf(places, 10_000, (i) => ({ at: NOON + (i * DAY) / 10_000 }));
    expect(all.taken).toBeGreaterThan(990);
    expect(all.taken).toBeLessThanOrEqual(2 * PLACES.network);
  });

  test('a new address begins anew', () => {
    const places = new Places(new Map());
    kindsOf(places, 600, () => ({}));
    expect(places.take(knock({ generation: 2 })).kind).toBe('taken');
  });

  test('an unlinkable programme notes the day alone, and a place comes back with the next', () => {
    const places = new Places(new Map());
    const unlinkable = { confidentiality: 'unlinkable' };
    kindsOf(places, 500, (i) => ({ ...unlinkable, at: NOON + i }));
    const other = new Places(new Map());
    kindsOf(other, 500, () => ({ ...unlinkable, at: NOON + 9 * HOUR }));
    expect(places.changed).toEqual(other.changed);
    expect(places.take(knock(unlinkable))).toEqual({ kind: 'over', what: 'network', wait: 12 * HOUR });
    expect(places.take(knock({ ...unlinkable, at: NOON + 12 * HOUR })).kind).toBe('taken');
  });
});
