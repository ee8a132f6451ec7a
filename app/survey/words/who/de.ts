import type { WHO } from '../who.ts';

export const who = {
  'who.title': 'Wer antwortet',
  'who.wrote': 'Wir haben <b>{name}</b> als <b>{persona}</b> bei <b>{account}</b> geschrieben.',
  'who.legend': '{name}, was machen Sie bei {account}?',
  'who.passed': 'Jemand aus Ihrem Kollegenkreis hat uns Ihren Namen genannt. Was machen Sie bei {account}?',
  'who.still_asked': '{name}, sind Sie bei <b>{account}</b> weiterhin <b>{persona}</b>?',
  'who.yes': 'Ja',
  'who.still': 'Weiterhin {persona}',
  'who.now': 'Jetzt {persona}',
  'who.none': 'Nichts davon',
  'who.words': 'Was Sie machen, in wenigen Worten, wenn Sie möchten',
  'who.left': 'Ich bin nicht mehr bei {account}',
  'who.on': 'Weiter',
  'who.choose': 'Wählen Sie bitte etwas aus, dann geht es weiter.',
  'who.again':
    'Das kam so an, wie eine Maschine es senden würde: Manche Prüfprogramme für E-Mails drücken Schaltflächen von selbst. Bitte drücken Sie noch einmal.',
  'who.not_me': 'Sie sind nicht {name}?',
  'who.pass': 'Im Kollegenkreis weitergeben',
  'who.self': 'In meinem eigenen Namen antworten',
  'who.back': 'Zurück',

  'changed.other':
    'Sie haben als <b>{from}</b> geantwortet, und das bleibt so, wie Sie es gegeben haben. Von jetzt an kennen wir Sie als <b>{to}</b>.',
  'changed.none':
    'Sie haben als <b>{from}</b> geantwortet, und das bleibt so, wie Sie es gegeben haben. Von jetzt an wissen wir, dass keine unserer Rollen auf Sie zutrifft.',
  'changed.left':
    'Sie haben als <b>{from}</b> geantwortet, und das bleibt so, wie Sie es gegeben haben. Von jetzt an wissen wir, dass Sie nicht mehr bei {account} sind.',

  'noted.title': 'Vielen Dank',
  'noted.heading': 'Vielen Dank. Das haben wir festgehalten.',
  'noted.none':
    'Keine unserer Rollen trifft auf Sie zu, deshalb gibt es diesmal keine Fragen für Sie. In Ihrem Namen wurde nichts gezählt.',
  'noted.left':
    'Sie sind nicht mehr bei {account}, deshalb gibt es keine Fragen für Sie. In Ihrem Namen wurde nichts gezählt.',
  'noted.not_asked':
    'Von jetzt an kennen wir Sie als <b>{persona}</b> bei <b>{account}</b>. Diesmal gibt es für diese Rolle keine Fragen.',

  'pass.title': 'Im Kollegenkreis weitergeben',
  'pass.heading': 'Wer soll die Fragen bekommen?',
  'pass.after':
    'Die Person bekommt eine E-Mail und einen eigenen Link. Ihr Link gilt weiter, und von dem, was Sie geschrieben haben, sieht sie nichts.',
  'pass.name': 'Name der Person',
  'pass.email': 'E-Mail-Adresse der Person',
  'pass.send': 'An diese Person senden',
  'pass.fault_name': 'Schreiben Sie den Namen bitte nur mit Buchstaben.',
  'pass.fault_email': 'Schreiben Sie bitte die Adresse einer einzelnen Person, wie name@example.com.',
  'pass.fault_own': 'Die Fragen gingen an genau diese Adresse. Schreiben Sie bitte die der anderen Person.',
  'pass.done': 'Vielen Dank.',
  'pass.done_after': 'Wenn wir dieser Person schreiben dürfen, bekommt sie eine E-Mail.',
  'pass.before': 'Die Fragen wurden schon weitergegeben.',
  'pass.before_after': 'Ein Link kann einmal weitergegeben werden, deshalb hat sich nichts geändert.',

  'self.title': 'In meinem eigenen Namen antworten',
  'self.heading': 'Was machen Sie bei {account}?',
  'self.after':
    'Sie sind nicht {name}, deshalb werden Ihre Antworten getrennt aufbewahrt. Sie zählen nur, wenn jemand aus dem Team sie annimmt, und die Fragen für {name} bleiben offen.',
  'self.none': 'Dann gibt es keine Fragen für Sie.',
  'self.not_asked': 'Diesmal gibt es für diese Rolle keine Fragen.',
  'self.nothing_kept': 'Danke, dass Sie vorbeigeschaut haben. Es wurde nichts gespeichert.',
  'self.as': 'Sie antworten in Ihrem eigenen Namen, als <b>{persona}</b> bei <b>{account}</b>.',
  'self.you': 'Wer sind Sie?',
  'self.you_after':
    'Beides darf leer bleiben. Es sagt dem Team, von wem das kommt, und niemand sonst sieht es.',
  'self.name': 'Ihr Name',
  'self.email': 'Ihre E-Mail-Adresse',
  'self.send': 'Meine Antworten senden',
  'self.done': 'Angekommen. Vielen Dank.',
  'self.done_after':
    'Ihre Antworten werden getrennt aufbewahrt. Sie zählen nur, wenn jemand aus dem Team sie annimmt.',
  'self.full': 'Über diesen Link ist so viel hereingekommen, wie er zulässt.',
  'self.full_after':
    'Was Sie gerade gesendet haben, wurde nicht gespeichert. Bitten Sie die Stelle, die Ihnen oder Ihrem Kollegenkreis geschrieben hat, um einen eigenen Link.',

  'self.sees': 'Das Team, das fragt, mit dem, was Sie am Ende über sich sagen.',
} as const satisfies Record<keyof typeof WHO, string>;
