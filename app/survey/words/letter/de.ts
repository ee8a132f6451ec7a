import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject':
    '{count, plural, =1 {Eine Frage} =2 {Zwei Fragen} =3 {Drei Fragen} =4 {Vier Fragen} =5 {Fünf Fragen} other {# Fragen}} von {by}',
  'letter.greeting': 'Guten Tag {name},',
  'letter.opening':
    'Wir fragen Sie in Ihrer Rolle als {persona} bei {account}, weil Sie {by} von dort kennen.',
  'letter.reminded_on':
    'Wir haben Ihnen am {day} geschrieben und noch nichts von Ihnen gehört. Ihr Link funktioniert weiterhin, und Ihre Antwort zählt weiterhin.',
  'letter.reminded':
    'Wir haben Ihnen geschrieben und noch nichts von Ihnen gehört. Ihr Link funktioniert weiterhin, und Ihre Antwort zählt weiterhin.',
  'letter.here': 'Hier antworten:',
  'letter.answer': 'Antworten',
  'letter.footer': '{by} schreibt Ihnen in Ihrer Rolle als {persona} bei {account}.',
  'letter.of_ten': '{value} von 10',

  'told.subject': 'Was aus Ihren Antworten an {by} wurde',
  'told.answered':
    'Sie haben {by} in Ihrer Rolle als {persona} bei {account} in „{wave}“ geantwortet. Vielen Dank. Das ist daraus geworden.',
  'told.silent':
    'Wir haben Sie in Ihrer Rolle als {persona} bei {account} in „{wave}“ gefragt und von anderen in dieser Rolle gehört. Das ist daraus geworden.',
  'told.heard': 'Was wir gehört haben ({personas})',
  'told.will_do': 'Was wir tun werden',
  'told.will_not': 'Was wir nicht tun werden, und warum',
} as const satisfies Record<keyof typeof LETTER, string>;
