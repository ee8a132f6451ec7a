import type { WHO } from '../who.ts';

export const who = {
  'who.title': 'Kto odpowiada',
  'who.wrote': 'Wiadomość wysłaliśmy do: <b>{name}</b>, w roli <b>{persona}</b> w firmie <b>{account}</b>.',
  'who.legend': '{name}, na czym polega ta praca w firmie {account}?',
  'who.passed': 'Te dane przekazała nam osoba z tej samej firmy. Na czym polega ta praca w firmie {account}?',
  'who.still_asked': '{name}, czy rola w firmie <b>{account}</b> to nadal <b>{persona}</b>?',
  'who.yes': 'Tak',
  'who.still': 'Nadal {persona}',
  'who.now': 'Teraz {persona}',
  'who.none': 'Żadna z tych ról',
  'who.words': 'Kilka słów o tej pracy, nieobowiązkowo',
  'who.left': 'Nie pracuję już w firmie {account}',
  'who.on': 'Dalej',
  'who.choose': 'Aby przejść dalej, należy wybrać jedną z możliwości.',
  'who.again':
    'To wyglądało na wysłane przez maszynę: niektóre filtry poczty same naciskają przyciski. Prosimy o jeszcze jedno naciśnięcie.',
  'who.not_me': '{name} to inna osoba?',
  'who.pass': 'Przekaż osobie z mojej firmy',
  'who.self': 'Odpowiedz we własnym imieniu',
  'who.back': 'Wstecz',

  'changed.other':
    'Odpowiedzi udzielono w roli <b>{from}</b> i pozostają one bez zmian. Od teraz zapisana jest rola <b>{to}</b>.',
  'changed.none':
    'Odpowiedzi udzielono w roli <b>{from}</b> i pozostają one bez zmian. Od teraz wiemy, że żadna z naszych ról nie pasuje.',
  'changed.left':
    'Odpowiedzi udzielono w roli <b>{from}</b> i pozostają one bez zmian. Od teraz wiemy o odejściu z firmy {account}.',

  'noted.title': 'Dziękujemy',
  'noted.heading': 'Dziękujemy. Zostało to zapisane.',
  'noted.none': 'Żadna z naszych ról nie pasuje, więc tym razem nie ma pytań. Niczego nie policzono.',
  'noted.left': 'Praca w firmie {account} jest zakończona, więc nie ma pytań. Niczego nie policzono.',
  'noted.not_asked':
    'Od teraz zapisana jest rola <b>{persona}</b> w firmie <b>{account}</b>. Tym razem nie ma pytań do tej roli.',

  'pass.title': 'Przekaż osobie z mojej firmy',
  'pass.heading': 'Kto ma to otrzymać?',
  'pass.after':
    'Ta osoba otrzyma wiadomość i własny link. Dotychczasowy link nadal działa, a ta osoba nie zobaczy niczego, co tu napisano.',
  'pass.name': 'Imię i nazwisko tej osoby',
  'pass.email': 'Adres e-mail tej osoby',
  'pass.send': 'Wyślij tej osobie',
  'pass.fault_name': 'Imię i nazwisko należy wpisać samymi literami.',
  'pass.fault_email': 'Należy wpisać adres jednej osoby, na przykład name@example.com.',
  'pass.fault_own': 'Właśnie na ten adres wysłano pytania. Należy wpisać adres innej osoby.',
  'pass.done': 'Dziękujemy.',
  'pass.done_after': 'Jeśli wolno nam napisać do tej osoby, otrzyma ona wiadomość.',
  'pass.before': 'Przekazano już wcześniej.',
  'pass.before_after': 'Link można przekazać jeden raz, więc nic się nie zmieniło.',

  'self.title': 'Odpowiedz we własnym imieniu',
  'self.heading': 'Na czym polega ta praca w firmie {account}?',
  'self.after':
    'Zaproszenie otrzymała inna osoba ({name}), więc te odpowiedzi są przechowywane osobno. Liczą się tylko wtedy, gdy przyjmie je ktoś z zespołu, a pytania do tej osoby ({name}) pozostają otwarte.',
  'self.none': 'W takim razie nie ma pytań.',
  'self.not_asked': 'Tym razem nie ma pytań do tej roli.',
  'self.nothing_kept': 'Dziękujemy za odwiedziny. Niczego nie zapisano.',
  'self.as': 'To odpowiedzi we własnym imieniu, w roli <b>{persona}</b> w firmie <b>{account}</b>.',
  'self.you': 'Kto odpowiada?',
  'self.you_after':
    'Oba pola mogą pozostać puste. Mówią zespołowi, od kogo to pochodzi, i nikt inny ich nie zobaczy.',
  'self.name': 'Imię i nazwisko',
  'self.email': 'Adres e-mail',
  'self.send': 'Wyślij moje odpowiedzi',
  'self.done': 'Odpowiedzi dotarły. Dziękujemy.',
  'self.done_after':
    'Odpowiedzi są przechowywane osobno. Liczą się tylko wtedy, gdy przyjmie je ktoś z zespołu.',
  'self.full': 'Przez ten link dotarło już tyle, ile może.',
  'self.full_after':
    'To, co wysłano przed chwilą, nie zostało zapisane. O własny link można poprosić nadawcę ankiety.',

  'self.sees': 'Zespół, który pyta, z tym, co zostanie podane na końcu.',
} as const satisfies Record<keyof typeof WHO, string>;
