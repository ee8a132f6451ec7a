import { atMost, packFrom } from '../pack.ts';
import { EFFORT_AT_WORK, ONE_CHANGE, REASON, RECOMMEND, SOMETHING_ELSE } from '../steady.ts';

export const relationshipEndUser = packFrom({
  occasion: 'relationship',
  base: 'end_user',
  name: 'The working day',
  why: 'How the product is to work with, day by day, from those with hands on it.',
  purposeHints: {
    unknown: 'Which part of their working day does the product make harder?',
    decision: 'Which of the three slowest tasks we rebuild next',
    changeRule: 'End-users’ upper end below +20',
  },
  intro: [
    'You work with our product yourself. We would like to know what that is like.',
    'Sie arbeiten selbst mit unserem Produkt. Wir möchten wissen, wie das für Sie ist.',
  ],
  questions: [
    RECOMMEND,
    REASON,
    EFFORT_AT_WORK,
    {
      key: 'slowed',
      kind: 'single',
      concept: 'what gets in the way',
      serves: 'decision',
      assumes: 'end_user',
      showIf: atMost('effort', 4),
      wording: ['What slows your work down most?', 'Was bremst Ihre Arbeit am meisten?'],
      options: [
        ['steps', 'Too many steps for a simple task', 'Zu viele Schritte für eine einfache Aufgabe'],
        ['waiting', 'Waiting for pages to load', 'Das Warten, bis Seiten geladen sind'],
        ['errors', 'Things that do not work', 'Dinge, die nicht funktionieren'],
        ['finding', 'Finding the right place', 'Die richtige Stelle zu finden'],
        ['copying', 'Data I copy by hand', 'Daten, die ich von Hand übertrage'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    ONE_CHANGE,
  ],
});
