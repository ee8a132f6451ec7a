import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject': '{count, plural, one {Eén vraag} other {# vragen}} van {by}',
  'letter.greeting': 'Beste {name},',
  'letter.opening': 'We vragen het u in uw rol als {persona} bij {account}, omdat u {by} daarvan kent.',
  'letter.reminded_on':
    'We schreven u op {day} en hebben nog niets van u gehoord. Uw link werkt nog, en uw antwoord telt nog.',
  'letter.reminded':
    'We schreven u en hebben nog niets van u gehoord. Uw link werkt nog, en uw antwoord telt nog.',
  'letter.here': 'Hier antwoorden:',
  'letter.answer': 'Antwoorden',
  'letter.footer': '{by} schrijft u in uw rol als {persona} bij {account}.',
  'letter.of_ten': '{value} van 10',
} as const satisfies Record<keyof typeof LETTER, string>;
