import { atMost, packFrom } from '../pack.ts';
import { SOMETHING_ELSE } from '../steady.ts';

export const onboardingInfluencer = packFrom({
  occasion: 'onboarding',
  base: 'influencer',
  name: 'The first result',
  why: 'Whether the goal is clear and near, from those whose part of the company waits for it.',
  purposeHints: {
    unknown: 'Do we agree on what the first result is?',
    decision: 'Which accounts get a second workshop before the first review',
    changeRule: 'More than one in three says the goal is not clear',
  },
  intro: [
    'Your part of the company has begun with our product. We would like to know how near the first result is.',
    'Ihr Bereich hat mit unserem Produkt begonnen. Wir möchten wissen, wie nah das erste Ergebnis ist.',
  ],
  questions: [
    {
      key: 'goal',
      kind: 'single',
      concept: 'goal',
      serves: 'changeRule',
      assumes: 'influencer',
      wording: [
        'How clear is the goal for your part of {{account.name|your company}}?',
        'Wie klar ist das Ziel für Ihren Bereich bei {{account.name|Ihnen}}?',
      ],
      options: [
        ['written', 'Clear, in writing', 'Klar, schriftlich festgehalten'],
        ['spoken', 'Clear, not in writing', 'Klar, nicht schriftlich'],
        ['unclear', 'Not clear', 'Nicht klar'],
      ],
    },
    {
      key: 'result',
      kind: 'rating',
      points: 5,
      concept: 'first result',
      serves: 'unknown',
      assumes: 'influencer',
      wording: [
        'How close are you to the first result that you expected?',
        'Wie nah sind Sie dem ersten Ergebnis, das Sie erwartet haben?',
      ],
      low: ['not begun', 'nicht begonnen'],
      high: ['reached', 'erreicht'],
    },
    {
      key: 'held_back',
      kind: 'single',
      concept: 'what gets in the way',
      serves: 'decision',
      showIf: atMost('result', 2),
      wording: ['What holds the first result back most?', 'Was steht dem ersten Ergebnis am meisten im Weg?'],
      options: [
        ['little_used', 'Too few people use it', 'Zu wenige nutzen es'],
        ['data', 'Our data is not in it yet', 'Unsere Daten sind noch nicht darin'],
        ['time', 'We have no time for it', 'Uns fehlt die Zeit dafür'],
        ['supplier', 'We are waiting for the supplier', 'Wir warten auf den Anbieter'],
        ['goal', 'The goal has changed', 'Das Ziel hat sich geändert'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    {
      key: 'next',
      kind: 'text',
      concept: 'next step',
      serves: 'decision',
      wording: [
        'What should happen in the next month so that it pays off for you?',
        'Was sollte im nächsten Monat geschehen, damit es sich für Sie lohnt?',
      ],
    },
  ],
});
