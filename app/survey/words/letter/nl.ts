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

  'told.subject': 'Wat er van uw antwoorden aan {by} kwam',
  'told.answered':
    'U antwoordde {by} in uw rol als {persona} bij {account}, in “{wave}”. Dank u wel. Dit kwam ervan.',
  'told.silent':
    'We vroegen u in uw rol als {persona} bij {account}, in “{wave}”, en hoorden van anderen in die rol. Dit kwam ervan.',
  'told.heard': 'Wat we hoorden ({personas})',
  'told.will_do': 'Wat we gaan doen',
  'told.will_not': 'Wat we niet gaan doen, en waarom',
} as const satisfies Record<keyof typeof LETTER, string>;
