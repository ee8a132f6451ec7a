import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import type { Difference } from '#app/results/difference.ts';
import { formatCount, formatList, formatScore } from '#app/results/display.ts';
import type { Figure } from '#app/results/figure.ts';
import type { Ruling } from '#app/results/ruling.ts';
import { figureSentence, heardWords } from '#app/results/sentence.ts';
import type { KeptWords } from '../kept/kept.ts';

/** A figure as it travels: its facts, without the brand that does not survive the wire. */
export type FigureFacts = Omit<Figure, symbol>;

/** A change between two waves of one persona, as it is told: both ends and the finding in words. */
export interface ChangeView {
  /** The wave before, by name. */
  earlierName: string;
  /** "−11, 9 of 11 heard" */
  from: string;
  to: string;
  verdict: Difference['verdict'];
  /** "can’t tell (between −33 and +17)" */
  words: string;
}

/** Words that one respondent wrote; whoever may not be named is not. */
export interface SaidView {
  words: string;
  by: { name: string | null; title: string | null; account: string | null };
}

/** Everything that the executive's page, its paper, its mail and its shared twin say of ONE persona in one wave. */
export interface LaneView {
  persona: PersonaLabel;
  /** In confidence the least of the band that is told, or 0. */
  heard: number;
  /** The same as it is told: "41", "10 to 19". */
  heardTold: string;
  /** Answered in confidence: of nobody is told that they did not answer. */
  isQuiet: boolean;
  known: number | null;
  invited: number | null;
  figure: FigureFacts | null;
  /** In the place of a figure that this page may not show; null where it may. */
  withheld: string | null;
  since: ChangeView | null;
  ruling: Ruling;
  /** What, written down before asking, would change the decision; `isRule`: it can be held against the interval. */
  rule: { words: string; isRule: boolean } | null;
  said: SaidView | null;
  kept: KeptWords | null;
  /** The whole lane in one line, the persona first (DOMAIN 2.8). */
  sentence: string;
}

export function changeView(since: Difference): ChangeView {
  const [from, to] =
    since.kind === 'difference'
      ? [formatScore(since.from), formatScore(since.to)]
      : [scoreOf(since.earlier), scoreOf(since.later)];
  const counted = countedWords(since);
  return {
    earlierName: since.earlier.wave.name,
    from: `${from}${counted}, ${heardWords(since.earlier)}`,
    to: `${to}${counted}, ${heardWords(since.later)}`,
    verdict: since.verdict,
    words: since.words,
  };
}

/** Which way both are counted, where that is not the way that leads in either. */
function countedWords(since: Difference): string {
  if (since.kind !== 'difference') return '';
  const leads = [since.earlier, since.later].every(({ basis }) => basis === since.basis);
  return leads ? '' : ` with each ${since.basis} counted once`;
}

function scoreOf({ score, showing }: Figure): string {
  if (score !== null) return formatScore(score);
  // What is withheld in confidence counts nobody, and says nothing of whether somebody was heard.
  return showing === 'none' ? 'not heard' : 'no score';
}

/** The lane as one line. Whom nobody heard is said so; a persona that was asked for no number has none to say. */
export function laneSentence(
  {
    persona,
    heard,
    heardTold,
    isQuiet,
    known,
    waveName,
  }: Pick<LaneView, 'persona' | 'heard' | 'heardTold' | 'isQuiet' | 'known'> & { waveName: string },
  figure: Figure | null,
  since: Difference | null,
): string {
  const who = `${persona.plural}, ${waveName}`;
  if (heard === 0 && !isQuiet) return `${who}: not heard${known === null ? '' : ` (0 of ${known})`}`;
  if (figure) return figureSentence(figure, since);
  const people = known === null ? `${heardTold} heard` : `${heardTold} of ${known} heard`;
  return `${who}: asked for no number from 0 to 10 (${people})`;
}

/** "Heard: 41 of 118 end-users, 10 of 19 influencers and 10 of 12 buyers." Counts of people, never a rate. */
export function heardLead(lanes: readonly Pick<LaneView, 'persona' | 'heardTold' | 'known'>[]): string {
  const heard = lanes.map(({ heardTold, known, persona }) => {
    const [one, many] = [inSentence(persona.name), inSentence(persona.plural)];
    if (known !== null) return `${heardTold} of ${formatCount(known, one, many)}`;
    return `${heardTold} ${heardTold === '1' ? one : many}`;
  });
  return `Heard: ${formatList(heard)}.`;
}
