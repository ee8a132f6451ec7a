import type { en } from './en.ts';
import { letter } from './letter/es.ts';
import { who } from './who/es.ts';

export const es = {
  ...who,
  ...letter,

  'scale.unlikely': 'nada probable',
  'scale.likely': 'muy probable',
  'ranking.help': 'Asigne un puesto a cada elemento. El 1 va primero.',

  'missing.choice': 'Elija una respuesta para continuar.',
  'missing.rows': 'Elija una respuesta en cada fila para continuar.',
  'missing.order': 'Ordene los elementos para continuar.',
  'missing.words': 'Escriba unas palabras para continuar.',
  'missing.number': 'Escriba un número para continuar.',
  'missing.day': 'Elija una fecha para continuar.',
  'missing.tick': 'Marque la casilla para continuar.',

  'fault.nothing': 'Responda al menos una pregunta antes de enviar.',
  'fault.score': 'Elija un número del {low} al {high}.',
  'fault.one': 'Elija una de las respuestas.',
  'fault.shown': 'Elija entre las respuestas mostradas.',
  'fault.other': 'Escriba a qué se refiere junto a «{other}» o elija otra respuesta.',
  'fault.lone': '«{choice}» no puede ir con otra respuesta. Desmárquela, o desmarque las demás.',
  'fault.too_few': 'Elija al menos {count, plural, one {# respuesta} other {# respuestas}}.',
  'fault.too_many': 'Elija como máximo {count, plural, one {# respuesta} other {# respuestas}}.',
  'fault.places':
    '{most, plural, =1 {Asigne el puesto 1 una sola vez.} other {Asigne cada puesto del 1 al {most} una sola vez.}}',
  'fault.row': 'Elija una sola respuesta en cada fila.',
  'fault.rows': 'Elija una respuesta en cada fila.',
  'fault.tick': 'Marque la casilla o déjela vacía.',
  'fault.day': 'Escriba una fecha como 2027-02-26.',
  'fault.day_before': 'Elija una fecha a partir del {earliest, date, day}.',
  'fault.day_after': 'Elija una fecha hasta el {latest, date, day}.',
  'fault.number': 'Escriba un número con cifras.',
  'fault.number_least': 'Escriba un número no menor que {least, number, plain}.',
  'fault.number_most': 'Escriba un número no mayor que {most, number, plain}.',
  'fault.number_range': 'Escriba un número entre {least, number, plain} y {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {Escriba un número entero.} one {Escriba como máximo # decimal.} other {Escriba como máximo # decimales.}}',
  'fault.email': 'Escriba una dirección como name@example.com.',
  'fault.url': 'Escriba una dirección web que empiece por https://.',
  'fault.phone': 'Escriba un número como +49 30 123456.',
  'fault.character': 'Este texto contiene un carácter que no se puede guardar; escríbalo sin él.',
  'fault.long': 'Escriba como máximo {most, plural, one {# carácter} other {# caracteres}}.',

  'page.title': 'Unas preguntas de {workspace}',
  'page.card': 'Una encuesta breve',
  'page.asks': '{workspace} pregunta',
  'page.as': '{name}, usted responde como <b>{persona}</b> en <b>{account}</b>.',
  'page.last': 'Esa era la última pregunta.',
  'page.send': 'Enviar mis respuestas',
  'page.confirm': 'Confirmar {number} y enviar mis respuestas',
  'page.on': 'Continuar',
  'page.back': 'Atrás',

  'question.place': 'Pregunta {number} de {count}',
  'question.place_most': 'Pregunta {number} de {count} como máximo',
  'question.optional': '{place}, puede dejarla en blanco',
  'question.declined': 'Prefiero no contestar',
  'question.tapped': 'En el correo eligió <b>{number}</b>. No se envía nada hasta que lo confirme.',

  'why.ask': 'Por qué preguntamos',
  'why.decide': 'Decidimos antes del {day}: {decision}',
  'why.sees': 'Quién lo ve',
  'why.attributed': 'El equipo que pregunta, con su nombre.',
  'why.confidential':
    'El equipo que pregunta, nunca con su nombre y solo junto con al menos otras cuatro personas de su mismo rol.',
  'why.unlinkable':
    'El equipo que pregunta. Nadie puede relacionar una respuesta con un nombre, ni siquiera un administrador.',
  'why.back': 'Qué recibirá a cambio',
  'why.promise': 'Antes del {day}: {promise}',

  'done.title': 'Gracias',
  'done.heading': 'Recibido. Gracias, {name}.',
  'done.kept': 'Sus respuestas como {persona} en {account}, el {moment}.',
  'done.hear': '<b>Tendrá noticias nuestras antes del {day}:</b> {promise}',

  'before.title': 'Ya recibido',
  'before.heading': 'Ya tenemos sus respuestas.',
  'before.after':
    'Se enviaron antes desde otra página. Lo que acaba de enviar no se ha guardado y nada ha cambiado.',

  'closed.title': 'Cerrada',
  'closed.heading': 'Esta encuesta está cerrada.',
  'closed.after': 'Ya no se pueden enviar respuestas. Gracias por su visita.',

  'unknown.title': 'Aquí no hay ninguna encuesta',
  'unknown.heading': 'Este enlace no abre nada.',
  'unknown.after':
    'Puede que se haya acortado por el camino o que otro más reciente lo sustituya. El enlace válido está en el correo más reciente de quien le preguntó.',

  'page.look_over': 'Revisar mis respuestas',
  'page.not_you': '¿No es usted, o ya no es su rol?',
  'page.met_others': 'También llegaron respuestas de otra pestaña o dispositivo, y están guardadas.',
  'page.elsewhere': 'Respondida en otro dispositivo y guardada. Respóndala aquí para reemplazarla.',
  'page.elsewhere_short': 'Respondida en otro dispositivo',

  'review.heading': 'Sus respuestas, antes de enviarlas',
  'review.empty': 'En blanco',
  'review.change': 'Cambiar',
  'review.change_that': 'Cambiar: {question}',

  'script.sending': 'Enviando…',
  'script.saving': 'Guardando…',
  'script.saved': 'Guardado. Puede continuar aquí más tarde.',
  'script.offline': 'Sin conexión. Todo lo que escribió sigue aquí; se vuelve a intentar automáticamente.',
  'script.busy':
    'Ahora mismo no podemos recibirlo. Todo lo que escribió sigue aquí; se vuelve a intentar automáticamente.',
  'script.retry': 'Intentar ahora',
  'script.newer': 'Esta encuesta se siguió respondiendo en otra pestaña o dispositivo.',
  'script.reload': 'Mostrar las respuestas más recientes',
  'script.hint': 'Las teclas numéricas eligen una respuesta',

  'again.title': 'Pulse una vez más',
  'again.heading': 'Pulse una vez más, por favor.',
  'again.after':
    'Esto llegó como lo enviaría una máquina: algunos filtros de correo pulsan botones por sí solos. Sus respuestas están todas aquí; pulse una vez más para enviarlas.',
  'again.send': 'Sí, son mis respuestas',

  'stop.title': 'No más preguntas',
  'stop.heading': '¿No más preguntas de {workspace}?',
  'stop.after':
    'No se volverá a escribir a su dirección. Las respuestas que dio quedan con quienes las recibieron.',
  'stop.send': 'No me pregunten más, por favor',
  'stop.done': 'Hecho.',
  'stop.done_after': '{workspace} no volverá a escribir a esta dirección.',
  'stop.series': 'Detener solo esta serie de preguntas',
  'stop.series_after': 'Otras personas de {workspace} podrían seguir escribiéndole.',
  'stop.series_done':
    'No recibirá más mensajes de esta serie. Otras personas de {workspace} podrían seguir escribiéndole.',
  'stop.else': '¿O se trata de otra cosa?',
  'stop.role': 'Mi rol no es {persona}',
  'stop.role_asked':
    'A partir de ahora le conocemos como <b>{persona}</b> en <b>{account}</b>. El enlace de su mensaje abre las preguntas para ese rol.',

  'crowded.title': 'Un poco más tarde',
  'crowded.heading': 'Un poco más tarde, por favor.',
  'crowded.after':
    'Por este enlace llegan ahora más respuestas de las que admite a la vez, así que las suyas aún no se han guardado. No se ha perdido nada: todo lo que ha escrito está en esta página. Envíelo de nuevo {when}, por favor.',

  'trouble.title': 'Aún no se ha guardado',
  'trouble.heading': 'Ahora mismo no podemos recibirlo.',
  'trouble.kept':
    'No se ha perdido nada: todo lo que escribió está en esta página. Espere un momento y vuelva a enviarlo.',
  'trouble.later': 'Vuelva a abrir el enlace dentro de un minuto, por favor.',
  'trouble.send': 'Enviar de nuevo',

  'done.kept_untimed':
    'Sus respuestas como {persona} en {account}. Ningún registro las une a su nombre ni a esta empresa.',

  'shared.ask': '¿A qué se dedica?',
  'shared.ask_help': 'A cada rol se le pregunta algo distinto. Elija aquel en el que responde.',
  'shared.none': 'Ninguno de estos',
  'shared.none_help': 'Entonces no se pregunta nada y no se guarda nada.',
  'shared.choose': 'Elija a qué se dedica, o «Ninguno de estos».',
  'shared.known': 'Lo que sabemos de usted',
  'shared.known_nobody':
    'Solo lo que diga aquí. Con sus respuestas no se guarda ningún nombre, empresa ni dirección, salvo que los escriba.',
  'shared.held': 'Alguien del equipo revisa cada respuesta antes de que cuente.',
  'shared.counted': 'Cuenta aparte de las respuestas de quienes fueron consultados por su nombre.',
  'shared.device':
    'En este dispositivo queda una marca para que responda una sola vez; nada la une a lo que responda.',
  'shared.as': 'Usted responde como <b>{persona}</b>.',
  'shared.other': '¿Se dedica a otra cosa?',
  'shared.sees': 'El equipo que pregunta. Ve lo que responde y a qué se dedica, y ningún nombre.',
  'shared.sees_together':
    'El equipo que pregunta, y solo junto con al menos otras cuatro personas que se dedican a lo mismo. No ve ningún nombre.',
  'shared.bye': 'Gracias por su visita.',
  'shared.bye_none':
    'Ninguna de nuestras preguntas encaja con lo que hace, así que no se pregunta nada y no se guardó nada.',
  'shared.bye_not_asked': 'Esta vez no hay preguntas para usted como <b>{persona}</b>. No se guardó nada.',
  'shared.answered': 'Este dispositivo ya ha respondido.',
  'shared.answered_after': 'Se acepta una respuesta por dispositivo. Ahora no se ha guardado nada más.',
  'shared.received': 'Recibido. Gracias.',
  'shared.received_as': 'Sus respuestas como <b>{persona}</b>.',
  'shared.back': '<b>Qué resultará de ello, antes del {day}:</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
