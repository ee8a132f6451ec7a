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

  'told.subject': 'Ce que vos réponses à {by} ont changé',
  'told.answered':
    'Vous avez répondu à {by} pour votre rôle de {persona} chez {account}, dans « {wave} ». Merci. Voici ce qui en est résulté.',
  'told.silent':
    'Nous vous avons écrit pour votre rôle de {persona} chez {account}, dans « {wave} », et d’autres dans ce rôle nous ont répondu. Voici ce qui en est résulté.',
  'told.heard': 'Ce que nous avons entendu ({personas})',
  'told.will_do': 'Ce que nous ferons',
  'told.will_not': 'Ce que nous ne ferons pas, et pourquoi',
} as const satisfies Record<keyof typeof LETTER, string>;
