import { atMost, isOneOf, packFrom } from '../pack.ts';
import { AGREE, SATISFIED, SOMETHING_ELSE } from '../steady.ts';

export const onboardingEndUser = packFrom({
  occasion: 'onboarding',
  base: 'end_user',
  name: 'Getting started',
  why: 'What made the first weeks hard for those who have to work with it.',
  purposeHints: {
    unknown: 'Where do people get stuck before their first real task?',
    decision: 'What we change in the first two weeks for the next account',
    changeRule: 'More than one in four has done no real task after 30 days',
  },
  intro: [
    'You have been working with our product for a few weeks. We would like to know how the start went for you.',
    'Sie arbeiten seit einigen Wochen mit unserem Produkt. Wir möchten wissen, wie der Einstieg für Sie war.',
  ],
  questions: [
    {
      key: 'effort',
      kind: 'ces',
      concept: 'effort',
      serves: 'unknown',
      assumes: 'end_user',
      wording: [
        'How far do you agree: it was made easy for me to get started.',
        'Wie sehr stimmen Sie zu: Der Einstieg wurde mir leicht gemacht.',
      ],
      ...AGREE,
    },
    {
      key: 'hardest',
      kind: 'single',
      concept: 'hardest part',
      serves: 'decision',
      showIf: atMost('effort', 4),
      wording: ['What made the start hardest?', 'Was hat den Einstieg am schwersten gemacht?'],
      options: [
        ['access', 'Getting access', 'Zugang zu bekommen'],
        ['data', 'Bringing our data in', 'Unsere Daten hineinzubringen'],
        ['finding', 'Finding where things are', 'Zu finden, wo etwas ist'],
        ['training', 'Too little training', 'Zu wenig Schulung'],
        ['time', 'Too little time', 'Zu wenig Zeit'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    {
      key: 'first_task',
      kind: 'single',
      concept: 'first result',
      serves: 'changeRule',
      assumes: 'end_user',
      wording: [
        'Have you done a real task of your own with it yet?',
        'Haben Sie damit schon eine echte eigene Aufgabe erledigt?',
      ],
      options: [
        ['several', 'Yes, several', 'Ja, mehrere'],
        ['one', 'Yes, one', 'Ja, eine'],
        ['not_yet', 'Not yet', 'Noch nicht'],
      ],
    },
    {
      key: 'held_back',
      kind: 'text',
      concept: 'what gets in the way',
      serves: 'unknown',
      showIf: isOneOf('first_task', 'not_yet'),
      wording: ['What keeps you from it?', 'Was hält Sie davon ab?'],
    },
    {
      key: 'help',
      kind: 'csat',
      concept: 'help',
      serves: 'decision',
      wording: [
        'How satisfied are you with the help you got when you started?',
        'Wie zufrieden sind Sie mit der Hilfe, die Sie beim Einstieg bekommen haben?',
      ],
      ...SATISFIED,
    },
  ],
});
