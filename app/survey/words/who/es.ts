import type { WHO } from '../who.ts';

export const who = {
  'who.title': 'Quién responde',
  'who.wrote': 'Escribimos a <b>{name}</b> como <b>{persona}</b> en <b>{account}</b>.',
  'who.legend': '{name}, ¿qué hace usted en {account}?',
  'who.passed': 'Alguien de su equipo nos dio su nombre. ¿Qué hace usted en {account}?',
  'who.still_asked': '{name}, ¿sigue usted como <b>{persona}</b> en <b>{account}</b>?',
  'who.yes': 'Sí',
  'who.still': 'Sigo como {persona}',
  'who.now': 'Ahora como {persona}',
  'who.none': 'Ninguno de estos',
  'who.words': 'Lo que hace, en pocas palabras, si lo desea',
  'who.left': 'Ya no estoy en {account}',
  'who.on': 'Continuar',
  'who.choose': 'Elija una opción para continuar.',
  'who.again':
    'Esto llegó como lo enviaría una máquina: algunos filtros de correo pulsan botones por sí solos. Pulse una vez más, por favor.',
  'who.not_me': '¿Usted no es {name}?',
  'who.pass': 'Enviárselo a otra persona de mi empresa',
  'who.self': 'Responder en mi propio nombre',
  'who.back': 'Atrás',

  'changed.other':
    'Usted respondió como <b>{from}</b>, y eso queda tal como lo dio. A partir de ahora le conocemos como <b>{to}</b>.',
  'changed.none':
    'Usted respondió como <b>{from}</b>, y eso queda tal como lo dio. A partir de ahora sabemos que ninguno de nuestros roles es el suyo.',
  'changed.left':
    'Usted respondió como <b>{from}</b>, y eso queda tal como lo dio. A partir de ahora sabemos que ya no está en {account}.',

  'noted.title': 'Gracias',
  'noted.heading': 'Gracias. Lo hemos anotado.',
  'noted.none':
    'Ninguno de nuestros roles es el suyo, así que esta vez no hay preguntas para usted. No se contó nada en su nombre.',
  'noted.left':
    'Usted ya no está en {account}, así que no hay preguntas para usted. No se contó nada en su nombre.',
  'noted.not_asked':
    'A partir de ahora le conocemos como <b>{persona}</b> en <b>{account}</b>. Esta vez no hay preguntas para ese rol.',

  'pass.title': 'Enviárselo a otra persona de mi empresa',
  'pass.heading': '¿Quién debe recibirlo?',
  'pass.after':
    'Esa persona recibirá un correo y un enlace propio. El suyo sigue funcionando, y ella no verá nada de lo que usted escribió.',
  'pass.name': 'Su nombre',
  'pass.email': 'Su dirección de correo',
  'pass.send': 'Enviárselo',
  'pass.fault_name': 'Escriba el nombre solo con letras.',
  'pass.fault_email': 'Escriba la dirección de una sola persona, como name@example.com.',
  'pass.fault_own': 'Se envió precisamente a esa dirección. Escriba la de la otra persona.',
  'pass.done': 'Gracias.',
  'pass.done_after': 'Si se le puede escribir, recibirá un correo.',
  'pass.before': 'Ya se había reenviado.',
  'pass.before_after': 'Un enlace se puede reenviar una sola vez, así que nada ha cambiado.',

  'self.title': 'Responder en mi propio nombre',
  'self.heading': '¿Qué hace usted en {account}?',
  'self.after':
    'Usted no es {name}, así que sus respuestas se guardan aparte. Solo cuentan si alguien del equipo las acepta, y las preguntas para {name} siguen abiertas.',
  'self.none': 'Entonces no hay preguntas para usted.',
  'self.not_asked': 'Esta vez no hay preguntas para ese rol.',
  'self.nothing_kept': 'Gracias por su visita. No se guardó nada.',
  'self.as': 'Usted responde en su propio nombre, como <b>{persona}</b> en <b>{account}</b>.',
  'self.you': '¿Quién es usted?',
  'self.you_after':
    'Ambos campos pueden quedar en blanco. Indican al equipo de quién viene la respuesta, y nadie más los ve.',
  'self.name': 'Su nombre',
  'self.email': 'Su dirección de correo',
  'self.send': 'Enviar mis respuestas',
  'self.done': 'Recibido. Gracias.',
  'self.done_after': 'Sus respuestas se guardan aparte. Solo cuentan si alguien del equipo las acepta.',
  'self.full': 'Por este enlace ya llegó todo lo que admite.',
  'self.full_after':
    'Lo que acaba de enviar no se ha guardado. Pida un enlace propio a quien escribió a esa otra persona.',

  'self.sees': 'El equipo que pregunta, con lo que usted diga de sí al final.',
} as const satisfies Record<keyof typeof WHO, string>;
