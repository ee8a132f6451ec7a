import { expect, test } from 'vitest';
import { allWords, type LaneWords, laneWords } from '#tests/support/lane-words.ts';
import { named, READ } from './readers.ts';
import { answerOf, type Worlds } from './worlds.ts';

/** What is read of buyers in other words once they alone were heard: who was, and nothing of what they said. */
const ALONE = [
  /To tell buyers what came of it|"buyers alone"|"1 buyer"," heard"|"10 buyers were heard\."|"Buyers"," in full"/,
  /"Roles heard"|^only_heard: /,
  // A page about one persona says so in its head.
  /" at ","Account \d|^\["H1",\[\],\[\]\]$|glyph buyer/,
];

/** What they were one end of, which is gone with the other. */
const ENDS = [
  /"Lower( end)?"|"1 answer: \d"|^middle_answer: /,
  /"Buyer happy"|glyph buyer|^\["SPAN",\[\["class","persona"\]\],\["Buyers"\]\]$/,
];

/** Of a file of answers, which has fewer lines there. */
const COUNTS_LINES = new Set(['_desk.answers.import.$run._index', '_desk.answers.import.$run.rejects']);

/** Property (v): one persona's answers are all gone. */
export function holdsEmptySeat(worlds: () => Worlds): void {
  test.each(named(READ.filter(({ route }) => !COUNTS_LINES.has(route))))(
    'take away all answers of the end-users: whatever is of the buyers on %s stays as it is',
    async (_, row) => {
      const [heard, unheard] = [await answerOf(worlds().low, row), await answerOf(worlds().empty, row)];
      if (heard.text === unheard.text) return;
      const [before, after] = [laneWords([heard], 'buyer'), laneWords([unheard], 'buyer')];
      expect.soft(newIn(after, allWords([heard]), ALONE), 'said of buyers now').toEqual([]);
      expect.soft(newIn(before, allWords([unheard]), ENDS), 'said of buyers no more').toEqual([]);
    },
  );
}

const newIn = (words: LaneWords, known: ReadonlySet<string>, expected: readonly RegExp[]) =>
  [...words.keys()].filter((said) => !known.has(said) && !expected.some((one) => one.test(said)));
