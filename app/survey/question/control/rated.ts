import { z } from 'zod';
import type { Part } from '../part.ts';
import type { Reading, Room, SharedQuestion } from '../room.ts';
import { end, type Option } from '../shared.ts';
import { readScore, SCORE_COLUMN, scaleControl, tallyScore } from './scale.ts';

/** The two labelled ends of a scale. */
export const ends = { low: end('lowest number'), high: end('highest number') };

export const END_PARTS = [
  { name: 'low', control: 'text', label: 'What 1 means', most: 60, translatable: true },
  { name: 'high', control: 'text', label: 'What the highest number means', most: 60, translatable: true },
] as const satisfies readonly Part[];

type Rated = SharedQuestion & { low: string; high: string };

/** Everything that scales from 1 to some number share; the number comes from the question or is fixed. */
export function rated<Q extends Rated>(points: (question: Q) => number) {
  return {
    group: 'scale',
    asks: true,
    lone: false,
    seconds: () => 6,
    testable: (question: Q) => ({ kind: 'number', low: 1, high: points(question) }),
    labels: (question: Q) => [
      { key: '1', label: question.low },
      { key: String(points(question)), label: question.high },
    ],
    read: (question: Q, given) => readScore(question.key, given, 1, points(question)),
    missing: 'missing.choice',
    control: (question: Q, drawing) =>
      scaleControl(question.key, [1, points(question)], [question.low, question.high], drawing),
    tally: (_: Q, value) => tallyScore(value),
    reading: (question: Q): Reading => ({
      view: 'shares',
      values: marks(question, points(question)),
      several: false,
    }),
    columns: () => SCORE_COLUMN,
  } as const satisfies Partial<Room<Q>>;
}

function marks({ low, high }: Rated, points: number): Option[] {
  return Array.from({ length: points }, (_, at) => {
    const value = String(at + 1);
    const words = at === 0 ? ` ${low}` : at === points - 1 ? ` ${high}` : '';
    return { key: value, label: `${value}${words}` };
  });
}

export const Points = z.union([z.literal(5), z.literal(7)]);
