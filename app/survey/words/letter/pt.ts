import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject': '{count, plural, one {Uma pergunta} other {# perguntas}} de {by}',
  'letter.greeting': 'Olá, {first},',
  'letter.opening':
    'Escrevemos por causa do seu papel de {persona} em {account}, porque é daí que conhece {by}.',
  'letter.reminded_on':
    'Escrevemos em {day} e ainda não recebemos resposta. O seu link continua a funcionar e a sua resposta continua a contar.',
  'letter.reminded':
    'Escrevemos e ainda não recebemos resposta. O seu link continua a funcionar e a sua resposta continua a contar.',
  'letter.here': 'Responda aqui:',
  'letter.answer': 'Responder',
  'letter.footer': '{by} escreve por causa do seu papel de {persona} em {account}.',
  'letter.of_ten': '{value} de 10',

  'told.subject': 'O que resultou das suas respostas a {by}',
  'told.answered':
    'Respondeu a {by} no seu papel de {persona} em {account}, em “{wave}”. Obrigado. Isto é o que resultou.',
  'told.silent':
    'Fizemos perguntas por causa do seu papel de {persona} em {account}, em “{wave}”, e outras pessoas nesse papel responderam. Isto é o que resultou.',
  'told.heard': 'O que ouvimos ({personas})',
  'told.will_do': 'O que vamos fazer',
  'told.will_not': 'O que não vamos fazer, e porquê',
} as const satisfies Record<keyof typeof LETTER, string>;
