import { atMost, packFrom } from '../pack.ts';
import { DEFENCE_BUYER, SOMETHING_ELSE } from '../steady.ts';

export const onboardingBuyer = packFrom({
  occasion: 'onboarding',
  base: 'buyer',
  name: 'As it was agreed',
  why: 'Whether those who signed got what they signed for, while it can still be put right.',
  purposeHints: {
    unknown: 'Where does what we delivered differ from what was agreed?',
    decision: 'Which gaps we close before the first invoice review',
    changeRule: 'More than one in five marks 1 or 2 of 5',
  },
  intro: [
    'You signed for our product some weeks ago. We would like to know whether you got what was agreed.',
    'Sie haben vor einigen Wochen für unser Produkt unterschrieben. Wir möchten wissen, ob Sie bekommen, was vereinbart war.',
  ],
  questions: [
    {
      key: 'agreed',
      kind: 'rating',
      points: 5,
      concept: 'as agreed',
      serves: 'changeRule',
      assumes: 'buyer',
      wording: [
        'How close is what you have now to what was agreed when you signed?',
        'Wie nah ist das, was Sie jetzt haben, an dem, was bei der Unterschrift vereinbart war?',
      ],
      low: ['far from it', 'weit entfernt'],
      high: ['just as agreed', 'genau wie vereinbart'],
    },
    {
      key: 'gap',
      kind: 'text',
      concept: 'what is missing',
      serves: 'unknown',
      showIf: atMost('agreed', 3),
      wording: ['What is missing from what was agreed?', 'Was fehlt von dem, was vereinbart war?'],
    },
    { ...DEFENCE_BUYER, serves: 'decision' },
    {
      key: 'risk',
      kind: 'single',
      concept: 'risk',
      serves: 'decision',
      assumes: 'buyer',
      wording: [
        'Which risk of the first year weighs most for you?',
        'Welches Risiko des ersten Jahres wiegt für Sie am schwersten?',
      ],
      options: [
        ['no_take_up', 'People do not take it up', 'Es wird nicht angenommen'],
        ['cost', 'It costs more than planned', 'Es kostet mehr als geplant'],
        ['late', 'It takes longer than planned', 'Es dauert länger als geplant'],
        ['needs', 'Our needs change', 'Unser Bedarf ändert sich'],
        ['none', 'None worth naming', 'Keines, das der Rede wert ist'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
      pinLast: true,
    },
  ],
});
