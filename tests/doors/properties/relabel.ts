import { expect, test } from 'vitest';
import { type LaneWords, lacking, laneWords } from '#tests/support/lane-words.ts';
import { isSameGap } from '#tests/support/moved.ts';
import type { Row } from '../matrix.ts';
import { movedBetween } from './moved-between.ts';
import { FIGURES, named, READ, showsFigures } from './readers.ts';
import { addressOf, answerAt, type World, type Worlds, wordsOf } from './worlds.ts';

/** Property (iv): what one persona answered is the other's answer. */
export function holdsRelabelling(worlds: () => Worlds): void {
  test.each(named(READ.filter((row) => !showsFigures(row))))(
    'swap the labels of two personas: %s does not move',
    async (_, row) => {
      const { low, relabelled } = worlds();
      expect(await wordsOf(relabelled, row)).toEqual(await wordsOf(low, row));
    },
  );

  test.each(named(FIGURES))(
    'swap the labels of two personas: what moves on %s stands under one of them, or is as far apart as before',
    async (_, row) => {
      const { low, relabelled } = worlds();
      const moved = await movedBetween(low, relabelled, row);
      expect(moved.filter((part) => part.personas.length !== 1 && !isSameGap(part))).toEqual([]);
    },
  );

  test.each(named(FIGURES))(
    'swap the labels of two personas: the numbers of one on %s are the other’s',
    async (_, row) => {
      const { low, relabelled } = worlds();
      const [before, after] = [await lanesOf(low, row), await lanesOf(relabelled, row)];
      for (const [one, other] of [
        ['end_user', 'buyer'],
        ['buyer', 'end_user'],
      ] as const) {
        const gone = lacking(before[one], after[one]).map(swapLabels).sort();
        expect(lacking(after[other], before[other]).map(plain).sort()).toEqual(gone);
      }
    },
  );
}

/** What stands under each of the two, also where each has an address of its own. */
async function lanesOf(world: World, row: Row): Promise<Record<'end_user' | 'buyer', LaneWords>> {
  const answers = [];
  for (const one of addressesOf(row, addressOf(world, row))) answers.push(await answerAt(world, row, one));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  return { end_user: laneWords(answers, 'end_user'), buyer: laneWords(answers, 'buyer') };
}

/** Shows one persona after another, the first unless told which. */
const ONE_AT_A_TIME = new Set(['_desk.answers._index']);

function addressesOf({ route }: Row, address: string): ReadonlySet<string> {
  if (ONE_AT_A_TIME.has(route)) return new Set(BOTH.map((persona) => `${address}?persona=${persona}`));
  return new Set(BOTH.map((persona) => address.replace(/\b(end_user|buyer)\b/, persona)));
}

const BOTH = ['end_user', 'buyer'] as const;

const SWAPPED: Readonly<Record<string, string>> = {
  ...{ 'end-user': 'buyer', buyer: 'end-user' },
  ...{ 'End-user': 'Buyer', Buyer: 'End-user' },
};

const plain = (text: string) => text.replaceAll('end_user', 'end-user');
const swapLabels = (text: string) => plain(text).replace(/end-user|buyer/gi, (label) => SWAPPED[label]!);
