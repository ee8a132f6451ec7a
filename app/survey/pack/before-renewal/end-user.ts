import { isOneOf, packFrom } from '../pack.ts';
import { EFFORT_AT_WORK, ONE_CHANGE } from '../steady.ts';

const STILL_USES = isOneOf('use', 'daily', 'weekly', 'monthly', 'rarely');

export const beforeRenewalEndUser = packFrom({
  occasion: 'before_renewal',
  base: 'end_user',
  name: 'Would they miss it',
  why: 'What a working day without it would be like, before somebody else decides.',
  purposeHints: {
    unknown: 'Who would miss it, and who has stopped using it already?',
    decision: 'Which accounts get help with their daily work before the renewal talk',
    changeRule: 'Fewer than half mark 4 or 5 for how hard work would become',
  },
  intro: [
    'You work with our product yourself. We would like to know what your working day would be like without it.',
    'Sie arbeiten selbst mit unserem Produkt. Wir möchten wissen, wie Ihr Arbeitstag ohne es aussähe.',
  ],
  questions: [
    {
      key: 'use',
      kind: 'single',
      concept: 'use',
      serves: 'unknown',
      assumes: 'end_user',
      wording: ['How often do you work with our product?', 'Wie oft arbeiten Sie mit unserem Produkt?'],
      options: [
        ['daily', 'Every day', 'Täglich'],
        ['weekly', 'Every week', 'Jede Woche'],
        ['monthly', 'Every month', 'Jeden Monat'],
        ['rarely', 'Less often', 'Seltener'],
        ['stopped', 'Not any more', 'Nicht mehr'],
      ],
    },
    {
      key: 'instead',
      kind: 'text',
      size: 'line',
      concept: 'used instead',
      serves: 'unknown',
      assumes: 'end_user',
      showIf: isOneOf('use', 'stopped'),
      wording: ['What do you work with instead?', 'Womit arbeiten Sie stattdessen?'],
    },
    {
      key: 'missed',
      kind: 'rating',
      points: 5,
      concept: 'renewal',
      serves: 'changeRule',
      assumes: 'end_user',
      showIf: STILL_USES,
      wording: [
        'If it were taken away next month, how much harder would your work become?',
        'Wenn es nächsten Monat wegfiele: Wie viel schwerer würde Ihre Arbeit?',
      ],
      low: ['no harder', 'nicht schwerer'],
      high: ['much harder', 'viel schwerer'],
    },
    { ...EFFORT_AT_WORK, showIf: STILL_USES },
    ONE_CHANGE,
  ],
});
