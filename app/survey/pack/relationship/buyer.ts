import { atMost, packFrom } from '../pack.ts';
import { DEFENCE_BUYER, REASON, RECOMMEND, RISK, SOMETHING_ELSE } from '../steady.ts';

export const relationshipBuyer = packFrom({
  occasion: 'relationship',
  base: 'buyer',
  name: 'The price they defend',
  why: 'Whether those who sign can still stand behind the price, and which risk they see.',
  purposeHints: {
    unknown: 'Is it the price, or that nobody can explain it?',
    decision: 'Hold the new price list, or not',
    changeRule: 'Buyers’ upper end below 0',
  },
  intro: [
    'You sign for our product, approve it or pay for it. We would like to know how that stands today.',
    'Sie unterschreiben für unser Produkt, geben es frei oder bezahlen es. Wir möchten wissen, wie Sie heute dazu stehen.',
  ],
  questions: [
    RECOMMEND,
    REASON,
    DEFENCE_BUYER,
    {
      key: 'hardest',
      kind: 'single',
      concept: 'hardest part',
      serves: 'decision',
      assumes: 'buyer',
      showIf: atMost('defence', 3),
      wording: ['What is hardest to defend?', 'Was ist am schwersten zu vertreten?'],
      options: [
        ['price', 'The price itself', 'Der Preis selbst'],
        ['return', 'What we got for it', 'Was wir dafür bekommen haben'],
        ['use', 'How few people use it', 'Dass es so wenige nutzen'],
        ['terms', 'The terms of the contract', 'Die Vertragsbedingungen'],
        ['cheaper', 'That others offer it for less', 'Dass andere es günstiger anbieten'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    RISK,
  ],
});
