import { atMost, packFrom } from '../pack.ts';
import { DEFENCE_INFLUENCER, REASON, RECOMMEND, RESULT, SOMETHING_ELSE } from '../steady.ts';

export const relationshipInfluencer = packFrom({
  occasion: 'relationship',
  base: 'influencer',
  name: 'The result they answer for',
  why: 'Whether their part of the company gets what it needs, from those who answer for it.',
  purposeHints: {
    unknown: 'Do they see the result, or do they only hope for it?',
    decision: 'Whether we build reports they can show, or train their teams first',
    changeRule: 'Influencers’ upper end below +10',
  },
  intro: [
    'Your part of the company depends on what our product does. We would like to know whether it does it.',
    'Ihr Bereich ist darauf angewiesen, was unser Produkt leistet. Wir möchten wissen, ob es das tut.',
  ],
  questions: [
    RECOMMEND,
    REASON,
    RESULT,
    {
      key: 'held_back',
      kind: 'single',
      concept: 'what gets in the way',
      serves: 'decision',
      showIf: atMost('result', 2),
      wording: ['What held the result back most?', 'Was stand dem Ergebnis am meisten im Weg?'],
      options: [
        ['little_used', 'Too few people use it', 'Zu wenige nutzen es'],
        ['lacks', 'It lacks something we need', 'Es fehlt etwas, das wir brauchen'],
        ['data', 'Its figures are not reliable', 'Auf seine Zahlen ist kein Verlass'],
        ['time', 'We had no time to set it up well', 'Uns fehlte die Zeit, es gut einzurichten'],
        ['goal', 'The goal has changed', 'Das Ziel hat sich geändert'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    DEFENCE_INFLUENCER,
    {
      key: 'proof',
      kind: 'text',
      concept: 'proof needed',
      serves: 'decision',
      showIf: atMost('defence', 3),
      wording: ['What would help you show it?', 'Was würde Ihnen helfen, es zu zeigen?'],
    },
  ],
});
