import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject': '{count, plural, one {Una pregunta} other {# preguntas}} de {by}',
  'letter.greeting': 'Hola, {first}:',
  'letter.opening': 'Le preguntamos en su papel de {persona} en {account}, porque desde allí conoce {by}.',
  'letter.reminded_on':
    'Le escribimos el {day} y aún no hemos recibido respuesta. Su enlace sigue funcionando y su respuesta sigue contando.',
  'letter.reminded':
    'Le escribimos y aún no hemos recibido respuesta. Su enlace sigue funcionando y su respuesta sigue contando.',
  'letter.here': 'Responda aquí:',
  'letter.answer': 'Responder',
  'letter.footer': '{by} le escribe en su papel de {persona} en {account}.',
  'letter.of_ten': '{value} de 10',

  'told.subject': 'Lo que resultó de sus respuestas a {by}',
  'told.answered':
    'Usted respondió a {by} en su papel de {persona} en {account}, en «{wave}». Gracias. Esto es lo que resultó.',
  'told.silent':
    'Le preguntamos en su papel de {persona} en {account}, en «{wave}», y nos respondieron otras personas en ese papel. Esto es lo que resultó.',
  'told.heard': 'Lo que nos dijeron ({personas})',
  'told.will_do': 'Lo que haremos',
  'told.will_not': 'Lo que no haremos, y por qué',
} as const satisfies Record<keyof typeof LETTER, string>;
