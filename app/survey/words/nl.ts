import type { en } from './en.ts';
import { letter } from './letter/nl.ts';
import { who } from './who/nl.ts';

export const nl = {
  ...who,
  ...letter,

  'scale.unlikely': 'helemaal niet waarschijnlijk',
  'scale.likely': 'zeer waarschijnlijk',
  'ranking.help': 'Geef elk onderdeel een plaats. 1 komt eerst.',

  'missing.choice': 'Kies een antwoord om verder te gaan.',
  'missing.rows': 'Kies in elke rij een antwoord om verder te gaan.',
  'missing.order': 'Zet ze op volgorde om verder te gaan.',
  'missing.words': 'Schrijf een paar woorden om verder te gaan.',
  'missing.number': 'Vul een getal in om verder te gaan.',
  'missing.day': 'Kies een datum om verder te gaan.',
  'missing.tick': 'Vink het vakje aan om verder te gaan.',

  'fault.nothing': 'Beantwoord minstens één vraag voordat u verzendt.',
  'fault.score': 'Kies een getal van {low} tot en met {high}.',
  'fault.one': 'Kies een van de antwoorden.',
  'fault.shown': 'Kies uit de getoonde antwoorden.',
  'fault.other': 'Schrijf naast ‘{other}’ wat u bedoelt, of kies een ander antwoord.',
  'fault.lone': '“{choice}” gaat niet samen met een ander antwoord. Haal dit vinkje weg, of de andere.',
  'fault.too_few': 'Kies minstens {count, plural, one {# antwoord} other {# antwoorden}}.',
  'fault.too_many': 'Kies hoogstens {count, plural, one {# antwoord} other {# antwoorden}}.',
  'fault.places':
    '{most, plural, =1 {Geef plaats 1 precies één keer.} other {Geef elke plaats van 1 tot en met {most} precies één keer.}}',
  'fault.row': 'Kies één antwoord per rij.',
  'fault.rows': 'Kies in elke rij een antwoord.',
  'fault.tick': 'Vink het vakje aan of laat het leeg.',
  'fault.day': 'Schrijf een datum zoals 2027-02-26.',
  'fault.day_before': 'Kies een datum vanaf {earliest, date, day}.',
  'fault.day_after': 'Kies een datum tot en met {latest, date, day}.',
  'fault.number': 'Schrijf een getal in cijfers.',
  'fault.number_least': 'Schrijf een getal van minstens {least, number, plain}.',
  'fault.number_most': 'Schrijf een getal van hoogstens {most, number, plain}.',
  'fault.number_range': 'Schrijf een getal van {least, number, plain} tot en met {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {Schrijf een geheel getal.} one {Schrijf hoogstens # decimaal.} other {Schrijf hoogstens # decimalen.}}',
  'fault.email': 'Schrijf een adres zoals name@example.com.',
  'fault.url': 'Schrijf een webadres dat met https:// begint.',
  'fault.phone': 'Schrijf een nummer zoals +49 30 123456.',
  'fault.character': 'Deze tekst bevat een teken dat niet bewaard kan worden; schrijf hem zonder dat teken.',
  'fault.long': 'Schrijf hoogstens {most, plural, one {# teken} other {# tekens}}.',

  'page.title': 'Een paar vragen van {workspace}',
  'page.card': 'Een korte vragenlijst',
  'page.asks': '{workspace} vraagt',
  'page.as': '{name}, u antwoordt als <b>{persona}</b> bij <b>{account}</b>.',
  'page.last': 'Dat was de laatste vraag.',
  'page.send': 'Mijn antwoorden verzenden',
  'page.confirm': '{number} bevestigen en mijn antwoorden verzenden',
  'page.on': 'Verder',
  'page.back': 'Terug',

  'question.place': 'Vraag {number} van {count}',
  'question.place_most': 'Vraag {number} van hoogstens {count}',
  'question.optional': '{place}, mag leeg blijven',
  'question.declined': 'Zeg ik liever niet',
  'question.tapped': 'U koos <b>{number}</b> in de e-mail. Er wordt niets verzonden tot u bevestigt.',

  'why.ask': 'Waarom we dit vragen',
  'why.decide': 'We beslissen uiterlijk {day}: {decision}',
  'why.sees': 'Wie het ziet',
  'why.attributed': 'Het team dat vraagt, met uw naam.',
  'why.confidential':
    'Het team dat vraagt, nooit met uw naam en alleen samen met minstens vier anderen in uw rol.',
  'why.unlinkable':
    'Het team dat vraagt. Niemand kan een antwoord aan een naam koppelen, ook een beheerder niet.',
  'why.back': 'Wat u terughoort',
  'why.promise': 'Uiterlijk {day}: {promise}',

  'done.title': 'Dank u wel',
  'done.heading': 'Ontvangen. Dank u wel, {name}.',
  'done.kept': 'Uw antwoorden als {persona} bij {account}, {moment}.',
  'done.hear': '<b>U hoort uiterlijk {day} van ons:</b> {promise}',

  'before.title': 'Al ontvangen',
  'before.heading': 'We hebben uw antwoorden al.',
  'before.after':
    'Ze zijn eerder vanaf een andere pagina verzonden. Wat u zojuist verzond is niet bewaard, en er is niets veranderd.',

  'closed.title': 'Gesloten',
  'closed.heading': 'Deze vragenlijst is gesloten.',
  'closed.after': 'Er kan niets meer worden verzonden. Dank u voor uw bezoek.',

  'unknown.title': 'Hier is geen vragenlijst',
  'unknown.heading': 'Deze link opent niets.',
  'unknown.after':
    'Misschien is hij onderweg ingekort of door een nieuwere vervangen. De link die werkt staat in de nieuwste e-mail van wie u iets vroeg.',

  'page.look_over': 'Mijn antwoorden nalezen',
  'page.not_you': 'Bent u dit niet, of is dit uw rol niet meer?',
  'page.met_others':
    'Er zijn ook antwoorden uit een ander tabblad of van een ander apparaat binnengekomen, en die zijn bewaard.',
  'page.elsewhere':
    'Op een ander apparaat beantwoord en bewaard. Beantwoord de vraag hier om dat te vervangen.',
  'page.elsewhere_short': 'Op een ander apparaat beantwoord',

  'review.heading': 'Uw antwoorden, voordat u ze verzendt',
  'review.empty': 'Leeg gelaten',
  'review.change': 'Wijzigen',
  'review.change_that': 'Wijzigen: {question}',

  'script.sending': 'Wordt verzonden…',
  'script.saving': 'Wordt bewaard…',
  'script.saved': 'Bewaard. U kunt hier later verdergaan.',
  'script.offline':
    'Geen verbinding. Alles wat u schreef staat er nog; het wordt vanzelf opnieuw geprobeerd.',
  'script.busy':
    'We kunnen het nu even niet aannemen. Alles wat u schreef staat er nog; het wordt vanzelf opnieuw geprobeerd.',
  'script.retry': 'Nu proberen',
  'script.newer': 'Deze vragenlijst is in een ander tabblad of op een ander apparaat verder ingevuld.',
  'script.reload': 'De nieuwere antwoorden tonen',
  'script.hint': 'Cijfertoetsen kiezen een antwoord',

  'again.title': 'Nog één keer drukken',
  'again.heading': 'Druk nog één keer, alstublieft.',
  'again.after':
    'Dit kwam binnen zoals een machine het zou verzenden: sommige mailscanners drukken vanzelf op knoppen. Uw antwoorden staan er allemaal; druk nog één keer om ze te verzenden.',
  'again.send': 'Ja, dit zijn mijn antwoorden',

  'stop.title': 'Geen vragen meer',
  'stop.heading': 'Geen vragen meer van {workspace}?',
  'stop.after':
    'Er wordt niet meer naar uw adres geschreven. Antwoorden die u gaf, blijven bij wie u ze gaf.',
  'stop.send': 'Vraag mij niets meer, alstublieft',
  'stop.done': 'Gedaan.',
  'stop.done_after': '{workspace} schrijft niet meer naar dit adres.',
  'stop.series': 'Alleen deze reeks vragen stoppen',
  'stop.series_after': 'Anderen bij {workspace} kunnen u nog schrijven.',
  'stop.series_done':
    'U krijgt geen berichten meer van deze reeks. Anderen bij {workspace} kunnen u nog schrijven.',
  'stop.else': 'Of gaat het om iets anders?',
  'stop.role': 'Mijn rol is niet {persona}',
  'stop.role_asked':
    'Vanaf nu kennen we u als <b>{persona}</b> bij <b>{account}</b>. De link in uw bericht opent de vragen voor die rol.',

  'crowded.title': 'Iets later',
  'crowded.heading': 'Iets later, alstublieft.',
  'crowded.after':
    'Via deze link komen nu meer antwoorden binnen dan hij tegelijk aanneemt; die van u zijn nog niet bewaard. Er is niets verloren: alles wat u schreef staat op deze pagina. Verzend het {when} opnieuw, alstublieft.',

  'trouble.title': 'Nog niet bewaard',
  'trouble.heading': 'We kunnen het nu even niet aannemen.',
  'trouble.kept':
    'Er is niets verloren: alles wat u schreef staat op deze pagina. Wacht even en verzend het dan opnieuw.',
  'trouble.later': 'Open de link over een minuut opnieuw, alstublieft.',
  'trouble.send': 'Opnieuw verzenden',

  'done.kept_untimed':
    'Uw antwoorden als {persona} bij {account}. Geen gegeven verbindt ze met uw naam of met dit bedrijf.',

  'shared.ask': 'Wat doet u?',
  'shared.ask_help': 'Elke rol krijgt andere vragen. Kies de rol waarin u antwoordt.',
  'shared.none': 'Geen van deze',
  'shared.none_help': 'Dan wordt er niets gevraagd en niets bewaard.',
  'shared.choose': 'Kies wat u doet, of ‘Geen van deze’.',
  'shared.known': 'Wat we van u weten',
  'shared.known_nobody':
    'Alleen wat u hier vertelt. Bij uw antwoorden wordt geen naam, bedrijf of adres bewaard, tenzij u die zelf schrijft.',
  'shared.held': 'Iemand van het team bekijkt elk antwoord voordat het meetelt.',
  'shared.counted': 'Het telt apart van de antwoorden van mensen die met naam zijn gevraagd.',
  'shared.device':
    'Op dit apparaat blijft een merkteken staan, zodat het één keer antwoordt; niets verbindt dat met uw antwoorden.',
  'shared.as': 'U antwoordt als <b>{persona}</b>.',
  'shared.other': 'Doet u iets anders?',
  'shared.sees': 'Het team dat vraagt. Het ziet wat u antwoordt en wat u doet, en geen naam.',
  'shared.sees_together':
    'Het team dat vraagt, en alleen samen met minstens vier anderen die hetzelfde doen. Het ziet geen naam.',
  'shared.bye': 'Dank u voor uw bezoek.',
  'shared.bye_none':
    'Geen van onze vragen past bij wat u doet, dus er wordt niets gevraagd en er is niets bewaard.',
  'shared.bye_not_asked': 'Als <b>{persona}</b> wordt u deze keer niets gevraagd. Er is niets bewaard.',
  'shared.answered': 'Dit apparaat heeft al geantwoord.',
  'shared.answered_after': 'Per apparaat wordt één antwoord aangenomen. Er is zojuist niets meer bewaard.',
  'shared.received': 'Ontvangen. Dank u wel.',
  'shared.received_as': 'Uw antwoorden als <b>{persona}</b>.',
  'shared.back': '<b>Wat ervan komt, uiterlijk {day}:</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
