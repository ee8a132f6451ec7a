import type { en } from './en.ts';
import { letter } from './letter/de.ts';
import { who } from './who/de.ts';

export const de = {
  ...who,
  ...letter,

  'scale.unlikely': 'überhaupt nicht wahrscheinlich',
  'scale.likely': 'sehr wahrscheinlich',
  'ranking.help': 'Geben Sie jedem einen Platz. Die 1 kommt zuerst.',

  'missing.choice': 'Wählen Sie bitte eine Antwort, dann geht es weiter.',
  'missing.rows': 'Wählen Sie bitte in jeder Zeile eine Antwort, dann geht es weiter.',
  'missing.order': 'Bringen Sie sie bitte in eine Reihenfolge, dann geht es weiter.',
  'missing.words': 'Schreiben Sie bitte ein paar Worte, dann geht es weiter.',
  'missing.number': 'Geben Sie bitte eine Zahl ein, dann geht es weiter.',
  'missing.day': 'Wählen Sie bitte einen Tag, dann geht es weiter.',
  'missing.tick': 'Setzen Sie bitte das Häkchen, dann geht es weiter.',

  'fault.nothing': 'Beantworten Sie bitte mindestens eine Frage und senden Sie dann ab.',
  'fault.score': 'Wählen Sie bitte eine Zahl von {low} bis {high}.',
  'fault.one': 'Wählen Sie bitte eine der Antworten.',
  'fault.shown': 'Wählen Sie bitte aus den angezeigten Antworten.',
  'fault.other': 'Schreiben Sie bitte neben „{other}“, was Sie meinen, oder wählen Sie eine andere Antwort.',
  'fault.lone':
    '„{choice}“ passt zu keiner anderen Antwort. Nehmen Sie bitte diese Antwort zurück oder die anderen.',
  'fault.too_few': 'Wählen Sie bitte mindestens {count, plural, one {# Antwort} other {# Antworten}}.',
  'fault.too_many': 'Wählen Sie bitte höchstens {count, plural, one {# Antwort} other {# Antworten}}.',
  'fault.places':
    '{most, plural, =1 {Vergeben Sie bitte Platz 1 genau einmal.} other {Vergeben Sie bitte jeden Platz von 1 bis {most} genau einmal.}}',
  'fault.row': 'Wählen Sie bitte nur eine Antwort pro Zeile.',
  'fault.rows': 'Wählen Sie bitte in jeder Zeile eine Antwort.',
  'fault.tick': 'Setzen Sie das Häkchen, oder lassen Sie es weg.',
  'fault.day': 'Schreiben Sie bitte einen Tag in der Form 2027-02-26.',
  'fault.day_before': 'Wählen Sie bitte einen Tag ab dem {earliest, date, day}.',
  'fault.day_after': 'Wählen Sie bitte einen Tag bis zum {latest, date, day}.',
  'fault.number': 'Schreiben Sie bitte eine Zahl in Ziffern.',
  'fault.number_least': 'Die Zahl muss mindestens {least, number, plain} sein.',
  'fault.number_most': 'Die Zahl darf höchstens {most, number, plain} sein.',
  'fault.number_range': 'Die Zahl muss zwischen {least, number, plain} und {most, number, plain} liegen.',
  'fault.decimals':
    '{count, plural, =0 {Schreiben Sie bitte eine ganze Zahl.} one {Schreiben Sie bitte höchstens # Nachkommastelle.} other {Schreiben Sie bitte höchstens # Nachkommastellen.}}',
  'fault.email': 'Schreiben Sie bitte eine Adresse wie name@example.com.',
  'fault.url': 'Schreiben Sie bitte eine Webadresse, die mit https:// beginnt.',
  'fault.phone': 'Schreiben Sie bitte eine Nummer wie +49 30 123456.',
  'fault.character':
    'Der Text enthält ein Zeichen, das sich nicht speichern lässt. Bitte schreiben Sie ihn ohne dieses Zeichen.',
  'fault.long': 'Bitte höchstens {most, plural, one {# Zeichen} other {# Zeichen}}.',

  'page.title': 'Ein paar Fragen von {workspace}',
  'page.card': 'Eine kurze Umfrage',
  'page.asks': '{workspace} fragt',
  'page.as': '{name}, Sie antworten als <b>{persona}</b> bei <b>{account}</b>.',
  'page.last': 'Das war die letzte Frage.',
  'page.send': 'Meine Antworten senden',
  'page.confirm': '{number} bestätigen und meine Antworten senden',
  'page.on': 'Weiter',
  'page.back': 'Zurück',

  'question.place': 'Frage {number} von {count}',
  'question.place_most': 'Frage {number} von höchstens {count}',
  'question.optional': '{place}, darf leer bleiben',
  'question.declined': 'Möchte ich nicht sagen',
  'question.tapped':
    'In der E-Mail haben Sie <b>{number}</b> angetippt. Gesendet wird erst, wenn Sie bestätigen.',

  'why.ask': 'Warum wir fragen',
  'why.decide': 'Wir entscheiden bis zum {day}: {decision}',
  'why.sees': 'Wer es sieht',
  'why.attributed': 'Das Team, das fragt, mit Ihrem Namen.',
  'why.confidential':
    'Das Team, das fragt, nie mit Ihrem Namen und nur zusammen mit mindestens vier anderen in Ihrer Rolle.',
  'why.unlinkable':
    'Das Team, das fragt. Niemand kann eine Antwort einem Namen zuordnen, auch die Administration nicht.',
  'why.back': 'Was zurückkommt',
  'why.promise': 'Bis zum {day}: {promise}',

  'done.title': 'Vielen Dank',
  'done.heading': 'Angekommen. Vielen Dank, {name}.',
  'done.kept': 'Ihre Antworten als {persona} bei {account}, {moment}.',
  'done.hear': '<b>Bis zum {day} hören Sie von uns:</b> {promise}',

  'before.title': 'Schon angekommen',
  'before.heading': 'Ihre Antworten liegen uns schon vor.',
  'before.after':
    'Sie wurden vorher von einer anderen Seite gesendet. Was Sie gerade gesendet haben, wurde nicht gespeichert, und nichts hat sich geändert.',

  'closed.title': 'Beendet',
  'closed.heading': 'Diese Umfrage ist beendet.',
  'closed.after': 'Es kann nichts mehr gesendet werden. Danke, dass Sie vorbeigeschaut haben.',

  'unknown.title': 'Hier ist keine Umfrage',
  'unknown.heading': 'Dieser Link führt zu keiner Umfrage.',
  'unknown.after':
    'Vielleicht wurde er unterwegs gekürzt oder durch einen neueren ersetzt. Der Link, der funktioniert, steht in der neuesten E-Mail von denen, die Sie gefragt haben.',

  'page.look_over': 'Meine Antworten ansehen',
  'page.not_you': 'Sind Sie das nicht, oder ist das nicht mehr Ihre Rolle?',
  'page.met_others': 'Antworten aus einem anderen Tab oder Gerät sind hinzugekommen und gespeichert.',
  'page.elsewhere':
    'Auf einem anderen Gerät beantwortet und gespeichert. Antworten Sie hier, um das zu ersetzen.',
  'page.elsewhere_short': 'Auf einem anderen Gerät beantwortet',

  'review.heading': 'Ihre Antworten, bevor Sie sie senden',
  'review.empty': 'Leer gelassen',
  'review.change': 'Ändern',
  'review.change_that': 'Ändern: {question}',

  'script.sending': 'Wird gesendet …',
  'script.saving': 'Wird gespeichert …',
  'script.saved': 'Gespeichert. Sie können hier später weitermachen.',
  'script.offline':
    'Keine Verbindung. Alles, was Sie geschrieben haben, ist noch da; es wird von selbst erneut versucht.',
  'script.busy':
    'Wir können es gerade nicht annehmen. Alles, was Sie geschrieben haben, ist noch da; es wird von selbst erneut versucht.',
  'script.retry': 'Jetzt versuchen',
  'script.newer': 'Diese Umfrage wurde in einem anderen Tab oder Gerät weiter beantwortet.',
  'script.reload': 'Die neueren Antworten zeigen',
  'script.hint': 'Zifferntasten wählen eine Antwort',

  'again.title': 'Noch einmal drücken',
  'again.heading': 'Bitte drücken Sie noch einmal.',
  'again.after':
    'Das kam so an, wie eine Maschine es senden würde: Manche Prüfprogramme für E-Mails drücken Schaltflächen von selbst. Ihre Antworten sind alle hier; drücken Sie noch einmal, um sie zu senden.',
  'again.send': 'Ja, das sind meine Antworten',

  'stop.title': 'Keine Fragen mehr',
  'stop.heading': 'Keine Fragen mehr von {workspace}?',
  'stop.after':
    'An Ihre Adresse wird nicht mehr geschrieben. Antworten, die Sie gegeben haben, bleiben bei denen, denen Sie sie gegeben haben.',
  'stop.send': 'Bitte fragen Sie mich nicht mehr',
  'stop.done': 'Erledigt.',
  'stop.done_after': '{workspace} schreibt nicht mehr an diese Adresse.',
  'stop.series': 'Nur diese Fragereihe beenden',
  'stop.series_after': 'Andere bei {workspace} schreiben Ihnen vielleicht noch.',
  'stop.series_done':
    'Sie bekommen keine E-Mails dieser Fragereihe mehr. Andere bei {workspace} schreiben Ihnen vielleicht noch.',
  'stop.else': 'Oder geht es um etwas anderes?',
  'stop.role': 'Meine Rolle ist nicht {persona}',
  'stop.role_asked':
    'Von jetzt an kennen wir Sie als <b>{persona}</b> bei <b>{account}</b>. Der Link in Ihrer E-Mail öffnet die Fragen für diese Rolle.',

  'crowded.title': 'Etwas später',
  'crowded.heading': 'Bitte etwas später.',
  'crowded.after':
    'Über diesen Link kommen gerade mehr Antworten, als er auf einmal annimmt; Ihre sind noch nicht gespeichert. Nichts ist verloren: Alles, was Sie geschrieben haben, steht auf dieser Seite. Bitte senden Sie es {when} noch einmal.',

  'trouble.title': 'Noch nicht gespeichert',
  'trouble.heading': 'Wir können es gerade nicht annehmen.',
  'trouble.kept':
    'Nichts ist verloren: Alles, was Sie geschrieben haben, steht auf dieser Seite. Warten Sie einen Moment und senden Sie es dann noch einmal.',
  'trouble.later': 'Bitte öffnen Sie den Link in einer Minute noch einmal.',
  'trouble.send': 'Noch einmal senden',

  'done.kept_untimed':
    'Ihre Antworten als {persona} bei {account}. Kein Eintrag verbindet sie mit Ihrem Namen oder mit dieser Firma.',

  'shared.ask': 'Was machen Sie?',
  'shared.ask_help': 'Jede Rolle wird etwas anderes gefragt. Wählen Sie die, in der Sie antworten.',
  'shared.none': 'Nichts davon',
  'shared.none_help': 'Dann wird nichts gefragt und nichts gespeichert.',
  'shared.choose': 'Wählen Sie bitte, was Sie machen, oder „Nichts davon“.',
  'shared.known': 'Was wir von Ihnen wissen',
  'shared.known_nobody':
    'Nur, was Sie hier sagen. Mit Ihren Antworten wird kein Name, keine Firma und keine Adresse gespeichert, außer Sie schreiben sie hinein.',
  'shared.held': 'Jemand aus dem Team sieht sich jede Antwort an, bevor sie zählt.',
  'shared.counted': 'Sie zählt getrennt von denen der Personen, die mit Namen gefragt wurden.',
  'shared.device':
    'Auf diesem Gerät bleibt eine Markierung, damit es nur einmal antwortet; nichts verbindet sie mit Ihren Antworten.',
  'shared.as': 'Sie antworten als <b>{persona}</b>.',
  'shared.other': 'Machen Sie etwas anderes?',
  'shared.sees': 'Das Team, das fragt. Es sieht, was Sie antworten und was Sie machen, und keinen Namen.',
  'shared.sees_together':
    'Das Team, das fragt, und nur zusammen mit mindestens vier anderen, die dasselbe machen. Es sieht keinen Namen.',
  'shared.bye': 'Danke, dass Sie vorbeigeschaut haben.',
  'shared.bye_none':
    'Keine unserer Fragen passt zu dem, was Sie machen; deshalb wird nichts gefragt, und es wurde nichts gespeichert.',
  'shared.bye_not_asked':
    'Als <b>{persona}</b> werden Sie diesmal nicht gefragt. Es wurde nichts gespeichert.',
  'shared.answered': 'Von diesem Gerät wurde schon geantwortet.',
  'shared.answered_after':
    'Von jedem Gerät wird eine Antwort angenommen. Gerade eben wurde nichts weiter gespeichert.',
  'shared.received': 'Angekommen. Vielen Dank.',
  'shared.received_as': 'Ihre Antworten als <b>{persona}</b>.',
  'shared.back': '<b>Was daraus wird, bis zum {day}:</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
