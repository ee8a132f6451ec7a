import type { WHO } from '../who.ts';

export const who = {
  'who.title': 'Wie antwoordt',
  'who.wrote': 'We schreven <b>{name}</b> als <b>{persona}</b> bij <b>{account}</b>.',
  'who.legend': '{name}, wat doet u bij {account}?',
  'who.passed': 'Een collega gaf ons uw naam. Wat doet u bij {account}?',
  'who.still_asked': '{name}, bent u nog steeds <b>{persona}</b> bij <b>{account}</b>?',
  'who.yes': 'Ja',
  'who.still': 'Nog steeds {persona}',
  'who.now': 'Nu {persona}',
  'who.none': 'Geen van deze',
  'who.words': 'Wat u doet, in een paar woorden, als u wilt',
  'who.left': 'Ik werk niet meer bij {account}',
  'who.on': 'Verder',
  'who.choose': 'Kies er een om verder te gaan.',
  'who.again':
    'Dit kwam binnen zoals een machine het zou verzenden: sommige mailscanners drukken vanzelf op knoppen. Druk nog één keer, alstublieft.',
  'who.not_me': 'Bent u niet {name}?',
  'who.pass': 'Doorsturen naar een collega',
  'who.self': 'Namens mijzelf antwoorden',
  'who.back': 'Terug',

  'changed.other':
    'U antwoordde als <b>{from}</b>, en dat blijft zoals u het gaf. Vanaf nu kennen we u als <b>{to}</b>.',
  'changed.none':
    'U antwoordde als <b>{from}</b>, en dat blijft zoals u het gaf. Vanaf nu weten we dat geen van onze rollen bij u past.',
  'changed.left':
    'U antwoordde als <b>{from}</b>, en dat blijft zoals u het gaf. Vanaf nu weten we dat u niet meer bij {account} werkt.',

  'noted.title': 'Dank u wel',
  'noted.heading': 'Dank u wel. We hebben het genoteerd.',
  'noted.none':
    'Geen van onze rollen past bij u, dus deze keer zijn er geen vragen voor u. Er is niets op uw naam geteld.',
  'noted.left':
    'U werkt niet meer bij {account}, dus er zijn geen vragen voor u. Er is niets op uw naam geteld.',
  'noted.not_asked':
    'Vanaf nu kennen we u als <b>{persona}</b> bij <b>{account}</b>. Deze keer zijn er voor die rol geen vragen.',

  'pass.title': 'Doorsturen naar een collega',
  'pass.heading': 'Wie moet het krijgen?',
  'pass.after':
    'Uw collega krijgt een e-mail en een eigen link. Die van u blijft werken, en uw collega ziet niets van wat u schreef.',
  'pass.name': 'Naam van uw collega',
  'pass.email': 'E-mailadres van uw collega',
  'pass.send': 'Naar deze collega sturen',
  'pass.fault_name': 'Schrijf de naam alleen met letters.',
  'pass.fault_email': 'Schrijf het adres van één persoon, zoals name@example.com.',
  'pass.fault_own': 'Het is juist naar dat adres gestuurd. Schrijf dat van uw collega.',
  'pass.done': 'Dank u wel.',
  'pass.done_after': 'Als we uw collega mogen schrijven, komt er een e-mail.',
  'pass.before': 'Het is al eerder doorgestuurd.',
  'pass.before_after': 'Een link kan één keer worden doorgestuurd, dus er is niets veranderd.',

  'self.title': 'Namens mijzelf antwoorden',
  'self.heading': 'Wat doet u bij {account}?',
  'self.after':
    'U bent niet {name}, dus uw antwoorden worden apart bewaard. Ze tellen alleen mee als iemand van het team ze aanvaardt, en de vragen voor {name} blijven open.',
  'self.none': 'Dan zijn er geen vragen voor u.',
  'self.not_asked': 'Deze keer zijn er voor die rol geen vragen.',
  'self.nothing_kept': 'Dank u voor uw bezoek. Er is niets bewaard.',
  'self.as': 'U antwoordt namens uzelf, als <b>{persona}</b> bij <b>{account}</b>.',
  'self.you': 'Wie bent u?',
  'self.you_after':
    'Beide mogen leeg blijven. Ze vertellen het team van wie dit komt, en niemand anders ziet ze.',
  'self.name': 'Uw naam',
  'self.email': 'Uw e-mailadres',
  'self.send': 'Mijn antwoorden verzenden',
  'self.done': 'Ontvangen. Dank u wel.',
  'self.done_after':
    'Uw antwoorden worden apart bewaard. Ze tellen alleen mee als iemand van het team ze aanvaardt.',
  'self.full': 'Via deze link is zoveel binnengekomen als er kan.',
  'self.full_after':
    'Wat u zojuist verzond is niet bewaard. Vraag degene die uw collega schreef om een eigen link.',

  'self.sees': 'Het team dat vraagt, met wat u aan het eind over uzelf vertelt.',
} as const satisfies Record<keyof typeof WHO, string>;
