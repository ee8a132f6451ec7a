import type { PersonaLabel } from '#app/persona/persona.ts';
import type { Band } from './confidence/band.ts';
import { formatCount } from './display.ts';
import type { Largest } from './dominance.ts';
import { largestWords, peopleTold } from './sentence.ts';
import type { Showing } from './showing.ts';

interface Answered {
  readonly persona: PersonaLabel;
  readonly n: number;
  readonly band: Band | null;
  readonly showing: Showing;
  readonly declined: number | null;
  readonly accounts: number | null;
  readonly largest: Largest | null;
}

/** How many answered and who is not among them, before any share: the denominator comes first. */
export function QuestionNotes({ of, askedOf }: { of: Answered; askedOf: string | null }) {
  const { persona, n, band, declined, accounts, largest } = of;
  const at = accounts === null || n === 0 || band ? '' : ` at ${formatCount(accounts, 'account')}`;
  const notes = [
    of.band || of.showing === 'withheld'
      ? `Answers: ${peopleTold(of)}.`
      : `${formatCount(n, 'answer')}${at}.`,
    declined ? `${declined} preferred not to say; they are in no figure.` : null,
    askedOf,
    largest && largestWords(largest, persona, n),
  ].filter((note) => note !== null);
  return <p className="small quiet">{notes.join(' ')}</p>;
}
