import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject': '{by} vous pose {count, plural, one {une question} other {# questions}}',
  'letter.greeting': 'Bonjour {name},',
  'letter.opening':
    'Nous vous écrivons pour votre rôle de {persona} chez {account}, car c’est là que vous connaissez {by}.',
  'letter.reminded_on':
    'Nous vous avons écrit le {day} et n’avons pas encore eu de vos nouvelles. Votre lien fonctionne toujours, et votre réponse compte toujours.',
  'letter.reminded':
    'Nous vous avons écrit et n’avons pas encore eu de vos nouvelles. Votre lien fonctionne toujours, et votre réponse compte toujours.',
  'letter.here': 'Répondre ici :',
  'letter.answer': 'Répondre',
  'letter.footer': '{by} vous écrit pour votre rôle de {persona} chez {account}.',
  'letter.of_ten': '{value} sur 10',
} as const satisfies Record<keyof typeof LETTER, string>;
