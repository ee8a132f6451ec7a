import type { WHO } from '../who.ts';

export const who = {
  'who.title': 'Chi risponde',
  'who.wrote': 'Abbiamo scritto a <b>{name}</b> come <b>{persona}</b> presso <b>{account}</b>.',
  'who.legend': '{name}, di che cosa si occupa presso {account}?',
  'who.passed': 'Qualcuno che lavora con Lei ci ha dato il Suo nome. Di che cosa si occupa presso {account}?',
  'who.still_asked': '{name}, il Suo ruolo presso <b>{account}</b> è ancora <b>{persona}</b>?',
  'who.yes': 'Sì',
  'who.still': 'Sempre {persona}',
  'who.now': 'Ora {persona}',
  'who.none': 'Nessuno di questi',
  'who.words': 'Di che cosa si occupa, in poche parole, se vuole',
  'who.left': 'Non sono più presso {account}',
  'who.on': 'Avanti',
  'who.choose': 'Scelga una voce per continuare.',
  'who.again':
    'È arrivato come lo invierebbe una macchina: alcuni filtri di posta premono i pulsanti da soli. Prema ancora una volta, per favore.',
  'who.not_me': 'Lei non è {name}?',
  'who.pass': 'Invia a un’altra persona in azienda',
  'who.self': 'Rispondi a mio nome',
  'who.back': 'Indietro',

  'changed.other':
    'Ha risposto come <b>{from}</b>, e questo resta come l’ha dato. D’ora in poi La conosciamo come <b>{to}</b>.',
  'changed.none':
    'Ha risposto come <b>{from}</b>, e questo resta come l’ha dato. D’ora in poi sappiamo che nessuno dei nostri ruoli è il Suo.',
  'changed.left':
    'Ha risposto come <b>{from}</b>, e questo resta come l’ha dato. D’ora in poi sappiamo che non è più presso {account}.',

  'noted.title': 'Grazie',
  'noted.heading': 'Grazie. Ne abbiamo preso nota.',
  'noted.none':
    'Nessuno dei nostri ruoli è il Suo, quindi questa volta non ci sono domande per Lei. Nulla è stato contato a Suo nome.',
  'noted.left':
    'Non è più presso {account}, quindi non ci sono domande per Lei. Nulla è stato contato a Suo nome.',
  'noted.not_asked':
    'D’ora in poi La conosciamo come <b>{persona}</b> presso <b>{account}</b>. Questa volta non ci sono domande per quel ruolo.',

  'pass.title': 'Invia a un’altra persona in azienda',
  'pass.heading': 'Chi deve riceverlo?',
  'pass.after':
    'Quella persona riceve un’e-mail e un link proprio. Il Suo continua a funzionare, e di ciò che ha scritto Lei non si vede nulla.',
  'pass.name': 'Il nome della persona',
  'pass.email': 'L’indirizzo e-mail della persona',
  'pass.send': 'Invia a questa persona',
  'pass.fault_name': 'Scriva il nome usando solo lettere.',
  'pass.fault_email': 'Scriva l’indirizzo di una sola persona, come name@example.com.',
  'pass.fault_own': 'È stato inviato proprio a quell’indirizzo. Scriva quello dell’altra persona.',
  'pass.done': 'Grazie.',
  'pass.done_after': 'Se possiamo scriverle, quella persona riceverà un’e-mail.',
  'pass.before': 'È già stato inoltrato.',
  'pass.before_after': 'Un link si può inoltrare una sola volta, quindi nulla è cambiato.',

  'self.title': 'Rispondi a mio nome',
  'self.heading': 'Di che cosa si occupa presso {account}?',
  'self.after':
    'Lei non è {name}, quindi le Sue risposte sono conservate a parte. Contano solo se qualcuno del team le accetta, e le domande per {name} restano aperte.',
  'self.none': 'Allora non ci sono domande per Lei.',
  'self.not_asked': 'Questa volta non ci sono domande per quel ruolo.',
  'self.nothing_kept': 'Grazie della visita. Non è stato salvato nulla.',
  'self.as': 'Lei risponde a Suo nome, come <b>{persona}</b> presso <b>{account}</b>.',
  'self.you': 'Chi è Lei?',
  'self.you_after':
    'Entrambi i campi possono restare vuoti. Dicono al team da chi viene la risposta, e nessun altro li vede.',
  'self.name': 'Il Suo nome',
  'self.email': 'Il Suo indirizzo e-mail',
  'self.send': 'Invia le mie risposte',
  'self.done': 'Ricevuto. Grazie.',
  'self.done_after': 'Le Sue risposte sono conservate a parte. Contano solo se qualcuno del team le accetta.',
  'self.full': 'Da questo link è già arrivato tutto ciò che può portare.',
  'self.full_after':
    'Ciò che ha appena inviato non è stato salvato. Chieda un link Suo a chi ha scritto all’altra persona.',

  'self.sees': 'Il team che chiede, con ciò che dirà di sé alla fine.',
} as const satisfies Record<keyof typeof WHO, string>;
