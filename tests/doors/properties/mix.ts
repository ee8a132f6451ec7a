import { expect, test } from 'vitest';
import { isSameGap } from '#tests/support/moved.ts';
import type { Row } from '../matrix.ts';
import { movedFrom } from './moved-between.ts';
import { named, READ } from './readers.ts';
import { type Answer, addressOf, answerAt, answerOf, type Worlds } from './worlds.ts';

/** What somebody writes behind an address who wants one number over several personas. */
const WISHES: readonly (readonly (readonly [name: string, value: string])[])[] = [
  [
    ['persona', 'end_user'],
    ['persona', 'buyer'],
  ],
  [['persona', 'end_user,buyer']],
  [['persona', '*']],
  [],
  [['sort', 'score']],
  [
    ['stat', 'mean'],
    ['weights', 'seats'],
    ['by', 'all'],
  ],
];

/** The same where the address has the persona in its path. */
const IN_PATH = ['end_user,buyer', '*', 'all'];

/** Property (iii): whoever asks for several personas at once is given nothing that is of more than one. */
export function holdsMix(worlds: () => Worlds): void {
  test.each(named(READ))('ask for several personas at once: nothing on %s is of both', async (_, row) => {
    const { low, high } = worlds();
    const plain = [(await answerOf(low, row)).text, (await answerOf(high, row)).text];
    for (const [i, address] of mixed(addressOf(low, row)).entries()) {
      const before = await answerAt(low, row, address);
      const after = await answerAt(high, row, mixed(addressOf(high, row))[i]!);
      expect([address, after.status]).toEqual([address, before.status]);
      expect(before.status, address).toBeLessThan(500);
      // The wish was not heard: what is answered without it, the other properties read.
      if (before.text === plain[0] && after.text === plain[1]) continue;
      expect(isText(before, row), address).toBe(true);
      const moved = movedFrom(withoutGapInterval(before), withoutGapInterval(after));
      expect(moved.filter((part) => part.personas.length !== 1 && !isSameGap(part))).toEqual([]);
    }
  });
}

/**
 * How sure a gap is, is of its two ends by right, which both are named (R2): its ends move where a raised answer crosses from one
 * class into the next. How wide the gap is stays in, and may not move.
 */
function withoutGapInterval(answer: Answer): Answer {
  if (!/json/.test(answer.type)) return answer;
  const body = JSON.parse(answer.text);
  const gap = body?.error?.instead?.gap?.apart;
  if (!gap) return answer;
  gap.interval = null;
  if (gap.unrounded) gap.unrounded.interval = null;
  return { ...answer, text: JSON.stringify(body) };
}

/** Where another answer than the plain one is drawn, or has both ends of a gap in one line, nobody could tell what it says. */
const isText = ({ status, type }: Answer, { route }: Row) =>
  status >= 300 || !(/pdf|png/.test(type) || route === '_desk.committees[.]csv');

/** The address with each of the wishes in place of the persona that it names. */
function mixed(address: string): string[] {
  const [path, search = ''] = address.split('?') as [string, string?];
  const wished = WISHES.map((wish) => {
    const query = new URLSearchParams(search);
    query.delete('persona');
    for (const [name, value] of wish) query.append(name, value);
    return query.size > 0 ? `${path}?${query}` : path;
  });
  const asWhole = /\/buyer(?=\/|\.|$)/.test(path)
    ? IN_PATH.map((persona) => address.replace(/\/buyer(?=\/|\.|\?|$)/, `/${encodeURIComponent(persona)}`))
    : [];
  return [...new Set([...wished, ...asWhole])];
}
