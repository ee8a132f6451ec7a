import type { en } from './en.ts';
import { letter } from './letter/it.ts';
import { who } from './who/it.ts';

export const it = {
  ...who,
  ...letter,

  'scale.unlikely': 'per niente probabile',
  'scale.likely': 'molto probabile',
  'ranking.help': 'Assegni un posto a ogni voce. L’1 viene per primo.',

  'missing.choice': 'Scelga una risposta per continuare.',
  'missing.rows': 'Scelga una risposta in ogni riga per continuare.',
  'missing.order': 'Metta le voci in ordine per continuare.',
  'missing.words': 'Scriva qualche parola per continuare.',
  'missing.number': 'Scriva un numero per continuare.',
  'missing.day': 'Scelga una data per continuare.',
  'missing.tick': 'Spunti la casella per continuare.',

  'fault.nothing': 'Risponda ad almeno una domanda prima di inviare.',
  'fault.score': 'Scelga un numero da {low} a {high}.',
  'fault.one': 'Scelga una delle risposte.',
  'fault.shown': 'Scelga tra le risposte indicate.',
  'fault.other': 'Scriva accanto a «{other}» che cosa intende, oppure scelga un’altra risposta.',
  'fault.lone': '«{choice}» non va con nessun’altra risposta. La deselezioni, oppure deselezioni le altre.',
  'fault.too_few': 'Scelga almeno {count, plural, one {# risposta} other {# risposte}}.',
  'fault.too_many': 'Scelga al massimo {count, plural, one {# risposta} other {# risposte}}.',
  'fault.places':
    '{most, plural, =1 {Assegni il posto 1 una sola volta.} other {Assegni ogni posto da 1 a {most} una sola volta.}}',
  'fault.row': 'Scelga una sola risposta per riga.',
  'fault.rows': 'Scelga una risposta in ogni riga.',
  'fault.tick': 'Spunti la casella oppure la lasci vuota.',
  'fault.day': 'Scriva una data come 2027-02-26.',
  'fault.day_before': 'Scelga una data a partire da questa: {earliest, date, day}.',
  'fault.day_after': 'Scelga una data non successiva a questa: {latest, date, day}.',
  'fault.number': 'Scriva un numero in cifre.',
  'fault.number_least': 'Scriva un numero non inferiore a {least, number, plain}.',
  'fault.number_most': 'Scriva un numero non superiore a {most, number, plain}.',
  'fault.number_range': 'Scriva un numero da {least, number, plain} a {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {Scriva un numero intero.} one {Scriva al massimo # decimale.} other {Scriva al massimo # decimali.}}',
  'fault.email': 'Scriva un indirizzo come name@example.com.',
  'fault.url': 'Scriva un indirizzo web che inizi con https://.',
  'fault.phone': 'Scriva un numero come +49 30 123456.',
  'fault.character': 'Questo testo contiene un carattere che non si può salvare: lo riscriva senza.',
  'fault.long': 'Scriva al massimo {most, plural, one {# carattere} other {# caratteri}}.',

  'page.title': 'Alcune domande da {workspace}',
  'page.card': 'Un breve questionario',
  'page.asks': '{workspace} chiede',
  'page.as': '{name}, Lei risponde come <b>{persona}</b> presso <b>{account}</b>.',
  'page.last': 'Era l’ultima domanda.',
  'page.send': 'Invia le mie risposte',
  'page.confirm': 'Conferma {number} e invia le mie risposte',
  'page.on': 'Avanti',
  'page.back': 'Indietro',

  'question.place': 'Domanda {number} di {count}',
  'question.place_most': 'Domanda {number} di {count} al massimo',
  'question.optional': '{place}, può lasciarla vuota',
  'question.declined': 'Preferisco non rispondere',
  'question.tapped': 'Nell’e-mail ha scelto <b>{number}</b>. Non si invia nulla finché non conferma.',

  'why.ask': 'Perché lo chiediamo',
  'why.decide': 'Decidiamo entro il giorno {day}: {decision}',
  'why.sees': 'Chi lo vede',
  'why.attributed': 'Il team che chiede, con il Suo nome.',
  'why.confidential':
    'Il team che chiede, mai con il Suo nome e solo insieme ad almeno altre quattro persone con il Suo stesso ruolo.',
  'why.unlinkable':
    'Il team che chiede. Nessuno può collegare una risposta a un nome, nemmeno un amministratore.',
  'why.back': 'Che cosa riceve in cambio',
  'why.promise': 'Entro il giorno {day}: {promise}',

  'done.title': 'Grazie',
  'done.heading': 'Ricevuto. Grazie, {name}.',
  'done.kept': 'Le Sue risposte come {persona} presso {account}, {moment}.',
  'done.hear': '<b>Avrà nostre notizie entro il giorno {day}:</b> {promise}',

  'before.title': 'Già ricevuto',
  'before.heading': 'Abbiamo già le Sue risposte.',
  'before.after':
    'Sono state inviate prima da un’altra pagina. Ciò che ha appena inviato non è stato salvato e nulla è cambiato.',

  'closed.title': 'Chiuso',
  'closed.heading': 'Questo questionario è chiuso.',
  'closed.after': 'Non è più possibile inviare risposte. Grazie della visita.',

  'unknown.title': 'Qui non c’è nessun questionario',
  'unknown.heading': 'Questo link non apre nulla.',
  'unknown.after':
    'Forse è stato accorciato lungo il percorso o sostituito da uno più recente. Il link valido si trova nell’e-mail più recente di chi Le ha scritto.',

  'page.look_over': 'Rivedi le mie risposte',
  'page.not_you': 'Non è Lei, o non è più il Suo ruolo?',
  'page.met_others':
    'Sono arrivate anche risposte da un’altra scheda o da un altro dispositivo, e sono salvate.',
  'page.elsewhere': 'Risposta data su un altro dispositivo e salvata. Risponda qui per sostituirla.',
  'page.elsewhere_short': 'Risposta data su un altro dispositivo',

  'review.heading': 'Le Sue risposte, prima di inviarle',
  'review.empty': 'Lasciata vuota',
  'review.change': 'Modifica',
  'review.change_that': 'Modifica: {question}',

  'script.sending': 'Invio in corso…',
  'script.saving': 'Salvataggio in corso…',
  'script.saved': 'Salvato. Può continuare qui più tardi.',
  'script.offline': 'Nessuna connessione. Tutto ciò che ha scritto è ancora qui; si riprova da sé.',
  'script.busy':
    'In questo momento non possiamo riceverlo. Tutto ciò che ha scritto è ancora qui; si riprova da sé.',
  'script.retry': 'Prova ora',
  'script.newer': 'Questo questionario è stato proseguito in un’altra scheda o su un altro dispositivo.',
  'script.reload': 'Mostra le risposte più recenti',
  'script.hint': 'I tasti numerici scelgono una risposta',

  'again.title': 'Ancora un clic',
  'again.heading': 'Ancora un clic, per favore.',
  'again.after':
    'È arrivato come lo invierebbe una macchina: alcuni filtri di posta premono i pulsanti da soli. Le Sue risposte sono tutte qui; prema ancora una volta per inviarle.',
  'again.send': 'Sì, queste sono le mie risposte',

  'stop.title': 'Niente più domande',
  'stop.heading': 'Niente più domande da {workspace}?',
  'stop.after': 'Non si scriverà più al Suo indirizzo. Le risposte che ha dato restano a chi le ha ricevute.',
  'stop.send': 'Non fatemi più domande',
  'stop.done': 'Fatto.',
  'stop.done_after': '{workspace} non scriverà più a questo indirizzo.',
  'stop.series': 'Interrompere solo questa serie di domande',
  'stop.series_after': 'Altre persone di {workspace} potranno ancora scriverLe.',
  'stop.series_done':
    'Non riceverà altri messaggi di questa serie. Altre persone di {workspace} potranno ancora scriverLe.',
  'stop.else': 'Oppure si tratta di altro?',
  'stop.role': 'Il mio ruolo non è {persona}',
  'stop.role_asked':
    'D’ora in poi La conosciamo come <b>{persona}</b> presso <b>{account}</b>. Il link nel Suo messaggio apre le domande per quel ruolo.',

  'crowded.title': 'Un po’ più tardi',
  'crowded.heading': 'Un po’ più tardi, per favore.',
  'crowded.after':
    'Da questo link stanno arrivando più risposte di quante ne accetti in una volta, quindi le sue non sono ancora salvate. Nulla è andato perso: tutto ciò che ha scritto è in questa pagina. La invii di nuovo {when}, per favore.',

  'trouble.title': 'Non ancora salvato',
  'trouble.heading': 'In questo momento non possiamo riceverlo.',
  'trouble.kept':
    'Nulla è andato perso: tutto ciò che ha scritto è in questa pagina. Attenda un momento, poi invii di nuovo.',
  'trouble.later': 'Apra di nuovo il link tra un minuto, per favore.',
  'trouble.send': 'Invia di nuovo',

  'done.kept_untimed':
    'Le Sue risposte come {persona} presso {account}. Nessun dato le collega al Suo nome né a questa azienda.',

  'shared.ask': 'Di che cosa si occupa?',
  'shared.ask_help': 'A ogni ruolo si chiede qualcosa di diverso. Scelga quello in cui risponde.',
  'shared.none': 'Nessuno di questi',
  'shared.none_help': 'Allora non si chiede nulla e non si salva nulla.',
  'shared.choose': 'Scelga di che cosa si occupa, oppure «Nessuno di questi».',
  'shared.known': 'Che cosa sappiamo di Lei',
  'shared.known_nobody':
    'Solo ciò che dice qui. Con le Sue risposte non si salva nessun nome, nessuna azienda e nessun indirizzo, a meno che non li scriva Lei.',
  'shared.held': 'Qualcuno del team guarda ogni risposta prima che conti.',
  'shared.counted': 'Conta a parte rispetto alle risposte di chi è stato interpellato per nome.',
  'shared.device':
    'Su questo dispositivo resta un segno, perché risponda una sola volta; nulla lo collega alle Sue risposte.',
  'shared.as': 'Lei risponde come <b>{persona}</b>.',
  'shared.other': 'Si occupa di altro?',
  'shared.sees': 'Il team che chiede. Vede che cosa risponde e di che cosa si occupa, e nessun nome.',
  'shared.sees_together':
    'Il team che chiede, e solo insieme ad almeno altre quattro persone che si occupano della stessa cosa. Non vede nessun nome.',
  'shared.bye': 'Grazie della visita.',
  'shared.bye_none':
    'Nessuna delle nostre domande riguarda ciò di cui si occupa, quindi non si chiede nulla e non è stato salvato nulla.',
  'shared.bye_not_asked':
    'Questa volta non ci sono domande per Lei come <b>{persona}</b>. Non è stato salvato nulla.',
  'shared.answered': 'Da questo dispositivo si è già risposto.',
  'shared.answered_after': 'Si accetta una risposta per dispositivo. Ora non è stato salvato nient’altro.',
  'shared.received': 'Ricevuto. Grazie.',
  'shared.received_as': 'Le Sue risposte come <b>{persona}</b>.',
  'shared.back': '<b>Che cosa ne verrà, entro il giorno {day}:</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
