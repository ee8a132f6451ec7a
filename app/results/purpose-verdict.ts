import { formatDistance, formatInterval } from './display.ts';
import type { Figure } from './figure.ts';
import type { Ruling } from './ruling.ts';

export type Answer = 'answered' | 'not_answered' | 'cant_tell';

/** Whether what was to be known is known (DOMAIN A10): the rule written before, held against the interval's ends. */
export interface PurposeVerdict {
  readonly answer: Answer;
  readonly title: string;
  /** Why, in one sentence. */
  readonly words: string;
}

const TITLES = {
  answered: 'Answered',
  not_answered: 'Not answered',
  cant_tell: 'Can’t tell',
} as const satisfies Record<Answer, string>;

/** Why a rule says nothing of a score whose two ways of counting say different things. */
export const HELD_AGAINST_NEITHER =
  'Far apart by the two ways of counting, so the rule is held against neither.';

/** @param hasRule false where the rule is a theme, which no number decides. */
export function purposeVerdict(
  figure: Pick<Figure, 'score' | 'interval' | 'shortage' | 'dominance'> | null,
  { ruling, hasRule, isClosed }: { ruling: Ruling; hasRule: boolean; isClosed: boolean },
): PurposeVerdict {
  if (!isClosed)
    return say('not_answered', 'Answers still come in: a rule is held against a wave that is closed.');
  if (figure === null || figure.score === null || figure.interval.kind === 'none')
    return figure === null && !hasRule
      ? say('cant_tell', 'No number decides it: read what they wrote.')
      : say('not_answered', figure?.shortage ?? 'They were asked nothing from 0 to 10.');
  if (!hasRule) return say('cant_tell', 'The rule names no number to hold the interval against.');
  const { apart } = figure.dominance;
  if (apart !== null)
    return say(
      'cant_tell',
      `By the two ways of counting it is ${formatDistance(apart)} apart, so the rule is held against neither.`,
    );
  const reads =
    figure.interval.kind === 'census'
      ? 'Everybody was heard'
      : `The interval is ${formatInterval(figure.interval)}`;
  switch (ruling) {
    case 'clears':
      return say('answered', `${reads}: the rule is cleared.`);
    case 'does_not_clear':
      return say('answered', `${reads}: the rule is not cleared.`);
    case 'cant_tell':
      return say('cant_tell', `${reads}: it reaches over the line of the rule.`);
    default:
      return ruling satisfies never;
  }
}

function say(answer: Answer, words: string): PurposeVerdict {
  return { answer, title: TITLES[answer], words };
}
