import type { Found } from './finding.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { sameCase } from './no-persona.ts';
import { covered, findPhrases, isIn, type Match } from './phrase.ts';
import type { SurveyText } from './survey-text.ts';

function span(read: SurveyText, { first, last }: Match) {
  const { start } = read.words[first]!;
  const { end } = read.words[last - 1]!;
  return { start, end, said: read.text.slice(start, end) };
}

/** Words only insiders use, with plain ones where there are any. */
export function findJargon(read: SurveyText, lexicon: Lexicon, plural: string): Found[] {
  const table = jargonOf(lexicon);
  return findPhrases(read, table.patterns).map((match) => {
    const { start, end, said } = span(read, match);
    const { plain, mayStand } = table.plain.get(match.pattern)!;
    const isAcronym =
      said.length < 6 && said !== said.toLowerCase() && said.slice(1) !== said.slice(1).toLowerCase();
    const say = plain === null ? `Say it in words that ${plural} use at work.` : `Say “${plain}”.`;
    return {
      rule: 'jargon',
      start,
      end,
      weight: mayStand ? 'advice' : 'settle',
      sentence:
        isAcronym && plain === null
          ? `Spell out “${said}”: not all ${plural} read it alike.`
          : `“${said}” is jargon. ${say}`,
      suggestion: plain === null ? null : isAcronym ? plain : sameCase(said, plain),
    };
  });
}

interface JargonTable {
  patterns: string[];
  plain: Map<string, { plain: string | null; mayStand: boolean }>;
}

const jargonTables = new WeakMap<Lexicon, JargonTable>();

function jargonOf(lexicon: Lexicon): JargonTable {
  const known = jargonTables.get(lexicon);
  if (known) return known;
  const plain = new Map(
    Object.entries(lexicon.jargon).map(([key, plain]) => [
      key.replace('~', ''),
      { plain, mayStand: key.startsWith('~') },
    ]),
  );
  const table = { patterns: [...plain.keys()], plain };
  jargonTables.set(lexicon, table);
  return table;
}

/** Words that suggest the answer, and praise of ourselves. In prose they come before the question: advice. */
export function findLeading(read: SurveyText, lexicon: Lexicon, weight: Found['weight']): Found[] {
  const nudges = findPhrases(read, lexicon.nudges)
    .filter(({ first }) => !isAfterQuestionWord(read, lexicon, first))
    .map((match): Found => {
      const { start, end, said } = span(read, match);
      const sentence = `“${said}” suggests the answer. Ask so that a no is as easy as a yes.`;
      return { rule: 'leading', start, end, weight, sentence, suggestion: positive(read, match, said) };
    });
  const praise = findPhrases(read, lexicon.praise).map((match): Found => {
    const { start, end, said } = span(read, match);
    const sentence = `“${said}” praises before they answer. Leave the praise out.`;
    return { rule: 'leading', start, end, weight, sentence, suggestion: null };
  });
  return [...nudges, ...praise];
}

/** "Why didn't you", "what don't you think about" ask openly. */
function isAfterQuestionWord(read: SurveyText, lexicon: Lexicon, at: number): boolean {
  const before = read.words[at - 1];
  const isNegated = /n't$/.test(read.words[at]!.key);
  if (!isNegated || !before || before.sentence !== read.words[at]!.sentence) return false;
  return isIn(lexicon.why, before.key) || isIn(lexicon.asks, before.key);
}

/** "Wouldn't you" becomes "Would you"; a tag at the end ("isn't it?") is better left out. */
function positive(read: SurveyText, { first, last }: Match, said: string): string | null {
  const isTag = read.words[last]?.sentence !== read.words[first]!.sentence;
  if (isTag || !/^\p{L}+n['’]t\b/u.test(said)) return null;
  return said.replace(/^(wo|ca|\p{L}+?)n['’]t/iu, (_, stem: string) => {
    const whole = { wo: 'will', ca: 'can' }[stem.toLowerCase()];
    return whole ? sameCase(stem, whole) : stem;
  });
}

/** Words that leave no room in between. */
export function findAbsolutes(read: SurveyText, lexicon: Lexicon): Found[] {
  const harmless = covered(read, lexicon.noAbsolutes);
  return findPhrases(read, lexicon.absolutes)
    .filter(({ first }) => !harmless.has(first))
    .map((match) => {
      const { start, end, said } = span(read, match);
      const sentence = `“${said}” leaves no room in between. Ask how often, or how many.`;
      return { rule: 'absolute', start, end, weight: 'advice', sentence, suggestion: null };
    });
}

/** How far apart two negatives still turn each other round. */
const REACH = 8;

/** Two negatives in one sentence, of which at least one negates the verb. */
export function findDoubleNegatives(read: SurveyText, lexicon: Lexicon, plural: string): Found[] {
  const harmless = covered(read, lexicon.noNegators);
  const found: Found[] = [];
  let before: { at: number; isStrong: boolean } | null = null;
  read.words.forEach(({ key, sentence, end }, at) => {
    const isStrong = isIn(lexicon.negators, key);
    if (harmless.has(at) || !(isStrong || isIn(lexicon.weakNegators, key))) return;
    const first = before === null ? undefined : read.words[before.at]!;
    const turns = before !== null && (isStrong || before.isStrong) && at - before.at <= REACH;
    before = { at, isStrong };
    if (!turns || first?.sentence !== sentence) return;
    before = null;
    found.push({
      rule: 'double_negative',
      start: first.start,
      end,
      weight: 'settle',
      sentence: `Two negatives make ${plural} work out what a yes would mean. Say it the other way round.`,
      suggestion: null,
    });
  });
  return found;
}
