import { atLeast, packFrom } from '../pack.ts';
import { SATISFIED } from '../steady.ts';

export const afterSupportInfluencer = packFrom({
  occasion: 'after_support',
  base: 'influencer',
  name: 'A problem in their part of the company',
  why: 'What a problem held up, from those who answer for the result and not for the request.',
  purposeHints: {
    unknown: 'Which problems reach the result, and which stay a nuisance?',
    decision: 'Whom we tell first when something breaks',
    changeRule: 'More than one in five marks 4 or 5 for what it held up',
  },
  intro: [
    'There was a problem with our product in your part of the company. We would like to know what it meant for you.',
    'In Ihrem Bereich gab es ein Problem mit unserem Produkt. Wir möchten wissen, was es für Sie bedeutet hat.',
  ],
  questions: [
    {
      key: 'satisfaction',
      kind: 'csat',
      concept: 'satisfaction',
      serves: 'unknown',
      required: true,
      wording: [
        'How satisfied are you with how the problem in your part of {{account.name|your company}} was handled?',
        'Wie zufrieden sind Sie damit, wie das Problem in Ihrem Bereich bei {{account.name|Ihnen}} bearbeitet wurde?',
      ],
      ...SATISFIED,
    },
    {
      key: 'result',
      kind: 'rating',
      points: 5,
      concept: 'result',
      serves: 'changeRule',
      assumes: 'influencer',
      wording: [
        'How far did it hold up the result you answer for?',
        'Wie sehr hat es das Ergebnis aufgehalten, für das Sie einstehen?',
      ],
      low: ['not at all', 'überhaupt nicht'],
      high: ['a great deal', 'sehr stark'],
    },
    {
      key: 'held_up',
      kind: 'text',
      concept: 'what was held up',
      serves: 'unknown',
      showIf: atLeast('result', 4),
      wording: ['What did it hold up?', 'Was wurde dadurch aufgehalten?'],
    },
    {
      key: 'informed',
      kind: 'single',
      concept: 'kept informed',
      serves: 'decision',
      wording: ['When did you hear how things stood?', 'Wann haben Sie erfahren, wie die Dinge stehen?'],
      options: [
        ['before', 'Before I asked', 'Bevor ich gefragt habe'],
        ['when_asked', 'When I asked', 'Als ich gefragt habe'],
        ['hardly', 'Hardly, even when I asked', 'Kaum, auch als ich gefragt habe'],
        ['no_need', 'I did not need to know', 'Ich musste es nicht wissen'],
      ],
    },
  ],
});
