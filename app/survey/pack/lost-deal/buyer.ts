import { isOneOf, packFrom } from '../pack.ts';
import { DO_OTHERWISE, MISSING, SOMETHING_ELSE } from '../steady.ts';

export const lostDealBuyer = packFrom({
  occasion: 'lost_deal',
  base: 'buyer',
  name: 'Why they signed elsewhere',
  why: 'What decided it, from those who decided, while they still remember.',
  purposeHints: {
    unknown: 'Do we lose on price, or on what we can show for it?',
    decision: 'Whether the entry price changes next quarter',
    changeRule: 'More than half name the price as what decided it',
  },
  intro: [
    'You decided against us. We ask to learn from it, not to open the decision again.',
    'Sie haben sich gegen uns entschieden. Wir fragen, um daraus zu lernen, nicht um die Entscheidung neu aufzurollen.',
  ],
  questions: [
    {
      key: 'decision',
      kind: 'single',
      concept: 'decision',
      serves: 'unknown',
      assumes: 'buyer',
      declinable: true,
      wording: ['What did you decide in the end?', 'Wofür haben Sie sich am Ende entschieden?'],
      options: [
        ['other', 'Another supplier', 'Für einen anderen Anbieter'],
        ['build', 'To build it ourselves', 'Es selbst zu bauen'],
        ['stay', 'To stay with what we have', 'Beim Bisherigen zu bleiben'],
        ['later', 'To spend nothing on it now', 'Jetzt nichts dafür auszugeben'],
      ],
    },
    {
      key: 'decided_it',
      kind: 'single',
      concept: 'what decided it',
      serves: 'changeRule',
      assumes: 'buyer',
      wording: ['What decided it most?', 'Was gab den Ausschlag?'],
      options: [
        ['price', 'The price', 'Der Preis'],
        ['missing', 'Something was missing', 'Es fehlte etwas'],
        ['risk', 'The risk seemed too high', 'Das Risiko schien zu hoch'],
        ['terms', 'The terms of the contract', 'Die Vertragsbedingungen'],
        ['trust', 'We trusted others more', 'Anderen haben wir mehr vertraut'],
        ['timing', 'The timing', 'Der Zeitpunkt'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    {
      key: 'price',
      kind: 'single',
      concept: 'price',
      serves: 'decision',
      assumes: 'buyer',
      declinable: true,
      showIf: isOneOf('decided_it', 'price'),
      wording: ['By how much was the price too high?', 'Um wie viel war der Preis zu hoch?'],
      options: [
        ['tenth', 'Up to 10 %', 'Bis zu 10 %'],
        ['third', '10 to 30 %', '10 bis 30 %'],
        ['more', 'More than 30 %', 'Mehr als 30 %'],
      ],
    },
    { ...MISSING, showIf: isOneOf('decided_it', 'missing') },
    DO_OTHERWISE,
  ],
});
