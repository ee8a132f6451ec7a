import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import { bandWords } from './confidence/band.ts';
import { isInConfidence } from './confidence/policy.ts';
import type { Difference } from './difference.ts';
import {
  displayRound,
  formatBetween,
  formatCount,
  formatDistance,
  formatInterval,
  formatScore,
  formatShare,
} from './display.ts';
import type { Largest } from './dominance.ts';
import type { Figure } from './figure.ts';

/**
 * A figure as one sentence (DOMAIN 2.8), in the order one asks: who, when, how much, of how many, at how many
 * accounts, how sure, and since last time.
 * "Buyers, spring wave: −20 (10 of 12 heard, at 9 accounts; all 12 would be between −33 and 0; autumn −11, 9 of 11 heard: can’t tell)"
 */
export function figureSentence(figure: Figure, since: Difference | null = null): string {
  const heard = [heardWords(figure), accountWords(figure), declinedWords(figure)]
    .filter((word) => word !== null)
    .join(', ');
  const cautions = cautionsBeside(figure).map(uncapped);
  const parts = [heard, ...cautions, intervalWords(figure), sinceWords(figure, since)].filter(
    (part) => part !== null,
  );
  return `${titleOf(figure)}: ${scoreWords(figure)} (${parts.join('; ')})`;
}

/** "Buyers, spring wave", "End-users at Acme, spring wave"; a score that isn't NPS says what it is. */
export function titleOf(figure: Pick<Figure, 'persona' | 'wave' | 'within' | 'metric'>): string {
  const { persona, wave, within, metric } = figure;
  const who = within === null ? persona.plural : `${persona.plural} at ${within.name}`;
  return [who, wave.name, ...(metric.kind === 'nps' ? [] : [metric.name])].join(', ');
}

/** How many, as far as it is told: "41", "10 to 19", "too few to tell". */
export function peopleTold({ n, band, showing }: Pick<Figure, 'n' | 'band' | 'showing'>): string {
  if (band !== null || showing === 'withheld') return bandWords(band);
  return String(n);
}

/** "10 of 12 heard", "all 12 heard", "41 heard"; in confidence "10 to 19 of 40 heard", or that nothing is told. */
export function heardWords({
  n,
  known,
  band,
  showing,
}: Pick<Figure, 'n' | 'known' | 'band' | 'showing'>): string {
  if (showing === 'withheld') return 'how many were heard is not told';
  if (band) return known === null ? `${bandWords(band)} heard` : `${bandWords(band)} of ${known} heard`;
  if (known === null) return `${n} heard`;
  return n === known && n > 0 ? `all ${n} heard` : `${n} of ${known} heard`;
}

/** "3 preferred not to say"; null where nobody did. */
export function declinedWords({ declined }: Pick<Figure, 'declined'>): string | null {
  return declined ? `${declined} preferred not to say` : null;
}

/** "at 9 accounts", "at 3 accounts and outside", "accounts not known". */
export function accountWords(
  figure: Pick<Figure, 'accounts' | 'outside' | 'n' | 'within' | 'confidentiality'>,
): string | null {
  const { accounts, outside, n, within } = figure;
  if (n === 0 || within !== null) return null;
  if (accounts === null) return 'accounts not known';
  if (accounts === 0) return 'outside any account';
  if (isInConfidence(figure.confidentiality)) return `at ${accounts} accounts or more`;
  return `at ${formatCount(accounts, 'account')}${outside > 0 ? ' and outside' : ''}`;
}

/** What to know before leaning on a score, one sentence per flag; none where the voices are even. */
export function dominanceSentences(
  figure: Pick<Figure, 'dominance' | 'persona' | 'n' | 'accounts' | 'perAccount' | 'perPerson'>,
): string[] {
  const { dominance, persona, n, perAccount, perPerson } = figure;
  const { largest, apart } = dominance;
  const sentences: string[] = [];
  if (apart !== null && perAccount !== null && perPerson !== null) {
    const both = `${formatScore(perAccount)} with each account counted once, ${formatScore(perPerson)} with each person`;
    sentences.push(`Counted two ways it is ${formatDistance(apart)} apart: ${both}.`);
  }
  if (largest !== null) {
    sentences.push(largestWords(largest, persona, n));
  }
  const weight = weightSentence(figure);
  if (weight !== null) sentences.push(weight);
  return sentences;
}

/** How many equally heard accounts the answers weigh like, to a tenth; null where that is about as many as there are (DOMAIN 2.5). */
export function weightSentence({
  dominance,
  accounts,
}: Pick<Figure, 'dominance' | 'accounts'>): string | null {
  const { effectiveAccounts } = dominance;
  if (effectiveAccounts === null || accounts === null) return null;
  // Less than half an account away is nothing to lean back from.
  if (displayRound(effectiveAccounts) >= accounts) return null;
  const weight = displayRound(10 * effectiveAccounts) / 10;
  return `The answers weigh like those of ${formatCount(weight, 'account')}, not ${accounts}.`;
}

/**
 * What all could come to whatever those not heard think, which always stands beside an interval that takes them to be like the others
 * (DOMAIN 2.3); null where the interval says as much itself.
 */
export function boundsWords({ bounds, interval }: Pick<Figure, 'bounds' | 'interval'>): string | null {
  if (bounds === null || interval.kind !== 'finite') return null;
  if (bounds.lo === interval.lo && bounds.hi === interval.hi) return null;
  return `It ${bounds.meaning}.`;
}

/** The same beside {@link scoreTold}, which says how far apart the two ways of counting are. */
function cautionsBeside(figure: Figure): string[] {
  return dominanceSentences(figure).slice(figure.dominance.apart === null ? 0 : 1);
}

/** "+39"; where two ways of counting are far apart that is the news and no score (DOMAIN 2.5): "94 points apart". Null without one. */
export function scoreTold({ score, dominance }: Pick<Figure, 'score' | 'dominance'>): string | null {
  if (score === null) return null;
  return dominance.apart === null ? formatScore(score) : `${formatDistance(dominance.apart)} apart`;
}

/** The score that a drawing marks beside the leading one: where two ways of counting are far apart, neither stands alone. */
export function secondScore(
  figure: Pick<Figure, 'basis' | 'perPerson' | 'perAccount' | 'dominance'>,
): number | null {
  return figure.dominance.apart === null ? null : otherScore(figure);
}

/** The score of the way of counting that does not lead. */
export function otherScore({
  basis,
  perPerson,
  perAccount,
}: Pick<Figure, 'basis' | 'perPerson' | 'perAccount'>): number | null {
  return basis === 'account' ? perPerson : perAccount;
}

/** "45% of these end-users are from Halvorsen Freight (18 of 40)." */
export function largestWords(
  { share, accountName, answers }: Largest,
  persona: PersonaLabel,
  n: number,
): string {
  const who = `${formatShare(share)} of these ${inSentence(persona.plural)}`;
  return `${who} are from ${accountName ?? 'one account'} (${answers} of ${n}).`;
}

function scoreWords(figure: Figure): string {
  const { score, basis, perAccount, perPerson, dominance, answers, showing } = figure;
  if (dominance.apart !== null && perAccount !== null && perPerson !== null) {
    const both = `${formatScore(perAccount)} with each account counted once and ${formatScore(perPerson)} with each person`;
    return `${scoreTold(figure)}, ${both}`;
  }
  if (score !== null) {
    return `${formatScore(score)}${basis === 'account' ? ' with each account counted once' : ''}`;
  }
  if (answers !== null && answers.length <= LISTED) return answers.join(', ');
  return showing === 'none' ? 'no answers' : 'no score';
}

/** Up to twenty answers can be read one by one. */
const LISTED = 20;

function intervalWords({ interval, known, showing, shortage }: Figure): string | null {
  switch (interval.kind) {
    case 'none':
      return showing === 'none' || shortage === null ? null : uncapped(shortage);
    case 'census':
      return null;
    case 'finite':
      return `all ${known} would be ${formatBetween(interval)}`;
    case 'account_plus3':
    case 'score':
      return `interval ${formatInterval(interval)}`;
    default:
      return interval satisfies never;
  }
}

function sinceWords(figure: Figure, since: Difference | null): string | null {
  if (since === null) return null;
  const { earlier } = since;
  const before = `${seasonOf(earlier)} ${earlierWords(since)}`;
  if (since.kind !== 'difference' || since.verdict !== 'cant_tell') return `${before}: ${since.words}`;
  const counted = since.basis === figure.basis ? '' : `, each ${since.basis} counted once`;
  return `${before}${counted}: can’t tell`;
}

function earlierWords(since: Difference): string {
  const { earlier } = since;
  if (since.kind === 'difference') return `${formatScore(since.from)}, ${heardWords(earlier)}`;
  return earlier.showing === 'none' ? 'no answers' : `${scoreWords(earlier)}, ${heardWords(earlier)}`;
}

/** "autumn wave" is "autumn" the second time it is mentioned in a sentence about waves. */
function seasonOf({ wave }: Figure): string {
  return wave.name.replace(/ wave$/i, '');
}

/** A sentence turned into a clause. */
function uncapped(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, '');
}
