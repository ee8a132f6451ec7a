import type { en } from './en.ts';

export const nl = {
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
} as const satisfies Partial<Record<keyof typeof en, string>>;
