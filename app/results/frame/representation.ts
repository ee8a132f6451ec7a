import { meanOf, standardisedMeans, standardisedShares } from '../arithmetic/standardised.ts';
import { displayRound, formatList, formatShare } from '../display.ts';
import { evennessOf, type Stratum } from '../response.ts';

/** What was known of an invited person before anybody answered. */
export interface Framed {
  readonly heard: boolean;
  /** By the name of the fact; missing where nothing is known. */
  readonly facts: Readonly<Record<string, string>>;
  /** How long they had held the role when the wave was sent. */
  readonly days: number;
}

/** How one fact tells those heard from the silent of one persona. */
export interface FactCheck {
  readonly fact: string;
  /** R-indicator over the values of the fact: 1 is perfectly even. */
  readonly evenness: number;
  /** Values whose share differs noticeably, the furthest first. */
  readonly apart: readonly Apart[];
}

export interface Apart {
  readonly value: string;
  readonly heard: number;
  readonly silent: number;
  /** Standardised difference; null where one side has all of it and the other none. */
  readonly difference: number | null;
  readonly words: string;
}

export interface Representation {
  readonly heard: number;
  readonly silent: number;
  readonly facts: readonly FactCheck[];
  /** Mean days in the role, and the standardised difference. */
  readonly tenure: { readonly heard: number; readonly silent: number; readonly difference: number | null };
  /** One sentence over all of it. */
  readonly words: string;
}

/** From here on a difference is worth naming (Cohen 1988: 0.2 is small). */
const NOTICEABLE = 0.2;
/** Of fewer on one side, one person makes a difference. */
const FEWEST = 5;
const SHOWN = 6;

/**
 * Are those heard like the silent, by what was known of both? Null where one side is too small to ask: then the
 * bounds say more.
 * Source: DOMAIN 2.7; the parts, Austin 2009 and Schouten et al. 2009.
 */
export function representationOf(frame: readonly Framed[]): Representation | null {
  const heard = frame.filter((one) => one.heard);
  const silent = frame.filter((one) => !one.heard);
  if (Math.min(heard.length, silent.length) < FEWEST) return null;
  const names = namesIn(frame);
  const facts = [...names].flatMap((fact) => checkFact(fact, heard, silent));
  const days = [heard, silent].map((side) => side.map((one) => one.days)) as [number[], number[]];
  const tenure = {
    heard: meanOf(days[0]),
    silent: meanOf(days[1]),
    difference: standardisedMeans(days[0], days[1]),
  };
  return {
    heard: heard.length,
    silent: silent.length,
    facts,
    tenure,
    words: wordsOf(facts, tenure.difference),
  };
}

function namesIn(frame: readonly Framed[]): Set<string> {
  const names = new Set<string>();
  for (const { facts } of frame) for (const name of Object.keys(facts)) names.add(name);
  return names;
}

function checkFact(fact: string, heard: readonly Framed[], silent: readonly Framed[]): FactCheck[] {
  const [ofHeard, ofSilent] = [countValues(fact, heard), countValues(fact, silent)];
  const values = [...new Set([...ofHeard.keys(), ...ofSilent.keys()])];
  if (values.length < 2) return [];
  const strata: Stratum[] = values.map((value) => {
    const responded = ofHeard.get(value) ?? 0;
    return { responded, invited: responded + (ofSilent.get(value) ?? 0) };
  });
  const apart = values
    .map((value) => {
      const first = { have: ofHeard.get(value) ?? 0, of: heard.length };
      const second = { have: ofSilent.get(value) ?? 0, of: silent.length };
      return { value, first, second, difference: standardisedShares({ first, second }) };
    })
    .filter(({ difference }) => sizeOf(difference) >= NOTICEABLE)
    .sort((a, b) => sizeOf(b.difference) - sizeOf(a.difference))
    .slice(0, SHOWN)
    .map(({ value, first, second, difference }) => ({
      value,
      heard: first.have,
      silent: second.have,
      difference,
      words: `${formatShare(first.have / first.of)} of those heard, ${formatShare(second.have / second.of)} of the silent`,
    }));
  const evenness = evennessOf(strata);
  return evenness === null ? [] : [{ fact, evenness, apart }];
}

/** People by value, in the order in which the values first come up. */
function countValues(fact: string, side: readonly Framed[]): Map<string, number> {
  const people = new Map<string, number>();
  for (const { facts } of side) {
    const value = facts[fact] ?? 'Not known';
    people.set(value, (people.get(value) ?? 0) + 1);
  }
  return people;
}

function sizeOf(difference: number | null): number {
  return difference === null ? Number.POSITIVE_INFINITY : Math.abs(difference);
}

function wordsOf(facts: readonly FactCheck[], tenure: number | null): string {
  const uneven = facts.filter(({ apart }) => apart.length > 0).map(({ fact }) => fact);
  if (tenure !== null && Math.abs(tenure) >= NOTICEABLE) uneven.push('time in the role');
  return uneven.length === 0
    ? 'Nothing that is known of them tells those heard from the silent.'
    : `Those heard differ from the silent by ${formatList(uneven)}: read the figure as theirs first.`;
}

/** "0.82": two decimals, as R-indicators are written. */
export function formatEvenness(evenness: number): string {
  return (displayRound(evenness * 100) / 100).toFixed(2);
}
