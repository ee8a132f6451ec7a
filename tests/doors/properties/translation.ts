import { expect, test } from 'vitest';
import { isSameGap } from '#tests/support/moved.ts';
import { movedBetween } from './moved-between.ts';
import { FIGURES, named, READ, showsFigures } from './readers.ts';
import { type Worlds, wordsOf } from './worlds.ts';

/** Property (i): raise every persona by the same amount, and nothing moves but what stands under the name of one. */
export function holdsTranslation(worlds: () => Worlds): void {
  test.each(named(READ))(
    'raise every persona by the same amount: %s does not move, unless each figure on it names its persona',
    async (_, row) => {
      const { low, high } = worlds();
      const [before, after] = [await wordsOf(low, row), await wordsOf(high, row)];
      if (showsFigures(row)) expect(after, 'this page shows figures').not.toEqual(before);
      else expect(after).toEqual(before);
    },
  );

  test.each(named(FIGURES))(
    'raise every persona by the same amount: what moves on %s stands under the name of one of them',
    async (_, row) => {
      const { low, high } = worlds();
      const moved = await movedBetween(low, high, row);
      expect(moved.filter((part) => part.personas.length !== 1 && !isSameGap(part))).toEqual([]);
    },
  );

  test.each(named(FIGURES))(
    'raise one persona alone: nothing moves on %s that is of another',
    async (_, row) => {
      const { low, one } = worlds();
      const moved = await movedBetween(low, one, row);
      expect(moved.filter(({ personas }) => !personas.includes('end_user'))).toEqual([]);
    },
  );
}
