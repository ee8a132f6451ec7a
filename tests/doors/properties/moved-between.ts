import { type Moved, movedIn, namedIn } from '#tests/support/moved.ts';
import type { Row } from '../matrix.ts';
import { type Answer, answerOf, type World } from './worlds.ts';

/** What moves where, as far as the answer itself says whose it is: an address that names a persona says it too. */
export async function movedBetween(a: World, b: World, row: Row): Promise<Moved[]> {
  return movedFrom(await answerOf(a, row), await answerOf(b, row));
}

export function movedFrom(before: Answer, after: Answer): Moved[] {
  return movedIn(before.type, before.text, after.text).map(({ personas, ...part }) => ({
    ...part,
    personas: personas.length > 0 ? personas : namedIn(before.address),
  }));
}
