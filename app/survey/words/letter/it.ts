import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject': '{count, plural, one {Una domanda} other {# domande}} da {by}',
  'letter.greeting': 'Buongiorno {name},',
  'letter.opening': 'Le scriviamo nel Suo ruolo di {persona} presso {account}, perché da lì conosce {by}.',
  'letter.reminded_on':
    'Le abbiamo scritto il giorno {day} e non abbiamo ancora ricevuto risposta. Il Suo link funziona ancora e la Sua risposta conta ancora.',
  'letter.reminded':
    'Le abbiamo scritto e non abbiamo ancora ricevuto risposta. Il Suo link funziona ancora e la Sua risposta conta ancora.',
  'letter.here': 'Risponda qui:',
  'letter.answer': 'Rispondere',
  'letter.footer': '{by} Le scrive nel Suo ruolo di {persona} presso {account}.',
  'letter.of_ten': '{value} su 10',

  'told.subject': 'Che cosa è nato dalle Sue risposte a {by}',
  'told.answered':
    'Lei ha risposto a {by} nel Suo ruolo di {persona} presso {account}, in «{wave}». Grazie. Ecco che cosa ne è nato.',
  'told.silent':
    'Le abbiamo scritto nel Suo ruolo di {persona} presso {account}, in «{wave}», e ci hanno risposto altre persone in quel ruolo. Ecco che cosa ne è nato.',
  'told.heard': 'Che cosa ci è stato detto ({personas})',
  'told.will_do': 'Che cosa faremo',
  'told.will_not': 'Che cosa non faremo, e perché',
} as const satisfies Record<keyof typeof LETTER, string>;
