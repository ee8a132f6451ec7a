import type { Breakdown } from './breakdown.ts';

/** Why there are no groups where some were asked for. */
export const BECAUSE = {
  too_large:
    'More than 10,000 people: this differs from person to person, and reading them one by one would take too long here. What accounts are can be asked.',
  no_score: 'They were asked nothing from 0 to 10.',
  unknown: 'There is no such attribute.',
  not_decided: 'Answered in confidence: by this they are not broken down.',
  more_since:
    'Answered in confidence: more answers are shown now than when this was decided, and the groups before and after could be subtracted from each other.',
} as const satisfies Record<NonNullable<Breakdown['because']>, string>;

/** What may be asked, by how the answers were given. */
export const RULES = {
  open: 'Groups are held against the rest of the same persona.',
  decided:
    'Answered in confidence: this one way was decided for good, as accounts were that day. Groups that could be told apart are withheld.',
  decide_once:
    'Answered in confidence: they can be broken down one way, decided once. Two ways could be subtracted from each other until one person is left.',
  not_closed: 'Answered in confidence: they can be broken down once the wave is closed.',
  unlinkable: 'Unlinkable answers know no person and no account, so there is nothing to break them down by.',
} as const satisfies Record<Breakdown['rule'], string>;
