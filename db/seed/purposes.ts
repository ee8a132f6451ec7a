import type { z } from 'zod';
import type { PurposeInput } from '#app/programme/purpose/purpose.ts';
import type { Asked } from './questions.ts';

/** A purpose without its two dates, which depend on the Monday of loading. */
export type PurposeWords = Omit<z.infer<typeof PurposeInput>, 'decideOn' | 'promiseOn'>;

export const PURPOSES = {
  end_user: {
    unknown: 'Do the rebuilt dashboards save time in daily work, or do people work around them?',
    decision: 'Keep the new loader, or go back to the old one',
    decider: 'Mateusz Zieliński, product',
    changeRule: 'Keep the new loader if the lower end is above 0',
    rule: { bound: 'lower', side: 'above', threshold: 0 },
    promise: 'Which of the slow pages we repair first, and when',
  },
  influencer: {
    unknown: 'Can those who answer for a result use our monthly report as it is?',
    decision: 'Rebuild the monthly report, or leave it',
    decider: 'Priya Raman, client experience',
    changeRule: 'Rebuild it if the upper end is below −20',
    rule: { bound: 'upper', side: 'below', threshold: -20 },
    promise: 'Whether the report changes, and what it will show',
  },
  buyer: {
    unknown: 'Is it the price, or that nobody can explain the price?',
    decision: 'Hold the new price list, or bring it in as planned',
    decider: 'Lena Sørensen, commercial director',
    changeRule: 'Hold the price list if the upper end is below 0',
    rule: { bound: 'upper', side: 'below', threshold: 0 },
    promise: 'The decision about the price list, with its reasons',
  },
  procurement: {
    unknown: 'Which of our papers make a contract take twelve weeks?',
    decision: 'Rewrite the data processing terms, or leave them',
    decider: 'Henrike Voss, legal',
    changeRule: 'Rewrite the terms if the upper end is below 0',
    rule: { bound: 'upper', side: 'below', threshold: 0 },
    promise: 'A plain summary of our terms',
  },
  advocate: {
    unknown: 'What keeps people who like us from saying so in public?',
    decision: 'Open the early preview of the API to people outside',
    decider: 'Mateusz Zieliński, product',
    changeRule: 'Open the preview if the lower end is above 30',
    rule: { bound: 'lower', side: 'above', threshold: 30 },
    promise: 'An early look at what they asked for',
  },
} as const satisfies Record<Asked, PurposeWords>;

export const WELCOME_PURPOSES = {
  end_user: {
    unknown: 'Does the first training leave people able to work alone?',
    decision: 'Add a second training day for new accounts',
    decider: 'Priya Raman, client experience',
    changeRule: 'Add the day if three people at different accounts name the same gap',
    rule: null,
    promise: 'What we change in the training',
  },
  influencer: {
    unknown: 'Do we know which result a new account brought us in for?',
    decision: 'Begin each new account with a written result to reach',
    decider: 'Priya Raman, client experience',
    changeRule: 'Begin with it if nobody can name the result',
    rule: null,
    promise: 'The result we wrote down for them, to correct',
  },
} as const satisfies Partial<Record<Asked, PurposeWords>>;
