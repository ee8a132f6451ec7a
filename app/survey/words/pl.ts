import type { en } from './en.ts';
import { letter } from './letter/pl.ts';
import { who } from './who/pl.ts';

/** Impersonal throughout: no sentence has to know whether a man or a woman reads it. */
export const pl = {
  ...who,
  ...letter,

  'scale.unlikely': 'zupełnie nieprawdopodobne',
  'scale.likely': 'bardzo prawdopodobne',
  'ranking.help': 'Każdej pozycji należy przypisać miejsce. Miejsce 1 jest pierwsze.',

  'missing.choice': 'Aby przejść dalej, należy wybrać odpowiedź.',
  'missing.rows': 'Aby przejść dalej, należy wybrać odpowiedź w każdym wierszu.',
  'missing.order': 'Aby przejść dalej, należy ustalić kolejność.',
  'missing.words': 'Aby przejść dalej, należy napisać kilka słów.',
  'missing.number': 'Aby przejść dalej, należy wpisać liczbę.',
  'missing.day': 'Aby przejść dalej, należy wybrać dzień.',
  'missing.tick': 'Aby przejść dalej, należy zaznaczyć pole.',

  'fault.nothing': 'Przed wysłaniem należy odpowiedzieć na co najmniej jedno pytanie.',
  'fault.score': 'Należy wybrać liczbę od {low} do {high}.',
  'fault.one': 'Należy wybrać jedną z odpowiedzi.',
  'fault.shown': 'Należy wybrać spośród podanych odpowiedzi.',
  'fault.other': 'Obok „{other}” należy wpisać, o co chodzi, albo wybrać inną odpowiedź.',
  'fault.lone':
    '„{choice}” nie łączy się z żadną inną odpowiedzią. Proszę odznaczyć tę odpowiedź albo pozostałe.',
  'fault.too_few':
    'Należy wybrać co najmniej {count, plural, one {# odpowiedź} few {# odpowiedzi} many {# odpowiedzi} other {# odpowiedzi}}.',
  'fault.too_many':
    'Można wybrać najwyżej {count, plural, one {# odpowiedź} few {# odpowiedzi} many {# odpowiedzi} other {# odpowiedzi}}.',
  'fault.places':
    '{most, plural, =1 {Miejsce 1 należy przypisać dokładnie raz.} other {Każde miejsce od 1 do {most} należy przypisać dokładnie raz.}}',
  'fault.row': 'W każdym wierszu należy wybrać tylko jedną odpowiedź.',
  'fault.rows': 'W każdym wierszu należy wybrać odpowiedź.',
  'fault.tick': 'Pole można zaznaczyć albo pozostawić puste.',
  'fault.day': 'Należy wpisać datę w postaci 2027-02-26.',
  'fault.day_before': 'Należy wybrać dzień nie wcześniejszy niż {earliest, date, day}.',
  'fault.day_after': 'Należy wybrać dzień nie późniejszy niż {latest, date, day}.',
  'fault.number': 'Należy wpisać liczbę cyframi.',
  'fault.number_least': 'Należy wpisać liczbę nie mniejszą niż {least, number, plain}.',
  'fault.number_most': 'Należy wpisać liczbę nie większą niż {most, number, plain}.',
  'fault.number_range': 'Należy wpisać liczbę od {least, number, plain} do {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {Należy wpisać liczbę całkowitą.} one {Należy wpisać najwyżej # miejsce po przecinku.} few {Należy wpisać najwyżej # miejsca po przecinku.} many {Należy wpisać najwyżej # miejsc po przecinku.} other {Należy wpisać najwyżej # miejsca po przecinku.}}',
  'fault.email': 'Należy wpisać adres, na przykład name@example.com.',
  'fault.url': 'Należy wpisać adres strony, który zaczyna się od https://.',
  'fault.phone': 'Należy wpisać numer, na przykład +49 30 123456.',
  'fault.character': 'Tekst zawiera znak, którego nie można zapisać; proszę go usunąć.',
  'fault.long':
    'Tekst może mieć najwyżej {most, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}}.',

  'page.title': 'Kilka pytań od {workspace}',
  'page.card': 'Krótka ankieta',
  'page.asks': '{workspace} pyta',
  'page.as': '{name}, to odpowiedzi w roli <b>{persona}</b> w firmie <b>{account}</b>.',
  'page.last': 'To było ostatnie pytanie.',
  'page.send': 'Wyślij moje odpowiedzi',
  'page.confirm': 'Potwierdź {number} i wyślij moje odpowiedzi',
  'page.on': 'Dalej',
  'page.back': 'Wstecz',

  'question.place': 'Pytanie {number} z {count}',
  'question.place_most': 'Pytanie {number} z najwyżej {count}',
  'question.optional': '{place}, można pominąć',
  'question.declined': 'Wolę nie odpowiadać',
  'question.tapped': 'W wiadomości wybrano <b>{number}</b>. Nic nie zostanie wysłane przed potwierdzeniem.',

  'why.ask': 'Dlaczego pytamy',
  'why.decide': 'Do {day} zdecydujemy: {decision}',
  'why.sees': 'Kto to zobaczy',
  'why.attributed': 'Zespół, który pyta, z imieniem i nazwiskiem.',
  'why.confidential':
    'Zespół, który pyta, nigdy z nazwiskiem i tylko razem z odpowiedziami co najmniej czterech innych osób w tej samej roli.',
  'why.unlinkable':
    'Zespół, który pyta. Nikt nie może połączyć odpowiedzi z nazwiskiem, nawet administrator.',
  'why.back': 'Co będzie w zamian',
  'why.promise': 'Do {day}: {promise}',

  'done.title': 'Dziękujemy',
  'done.heading': 'Odpowiedzi dotarły. Dziękujemy, {name}.',
  'done.kept': 'Odpowiedzi w roli {persona} w firmie {account}, {moment}.',
  'done.hear': '<b>Do {day} damy znać:</b> {promise}',

  'before.title': 'Otrzymano wcześniej',
  'before.heading': 'Mamy już te odpowiedzi.',
  'before.after':
    'Zostały wysłane wcześniej z innej strony. To, co wysłano przed chwilą, nie zostało zapisane i nic się nie zmieniło.',

  'closed.title': 'Zamknięta',
  'closed.heading': 'Ta ankieta jest zamknięta.',
  'closed.after': 'Nie można już wysłać odpowiedzi. Dziękujemy za odwiedziny.',

  'unknown.title': 'Nie ma tu ankiety',
  'unknown.heading': 'Ten link niczego nie otwiera.',
  'unknown.after':
    'Mógł zostać po drodze skrócony albo zastąpiony nowszym. Działający link jest w najnowszej wiadomości od nadawcy ankiety.',

  'page.look_over': 'Przejrzyj moje odpowiedzi',
  'page.not_you': 'To nie ta osoba albo już nie ta rola?',
  'page.met_others': 'Dotarły też odpowiedzi z innej karty lub innego urządzenia i są zapisane.',
  'page.elsewhere': 'Odpowiedź udzielona na innym urządzeniu i zapisana. Odpowiedź tutaj ją zastąpi.',
  'page.elsewhere_short': 'Odpowiedź udzielona na innym urządzeniu',

  'review.heading': 'Odpowiedzi przed wysłaniem',
  'review.empty': 'Bez odpowiedzi',
  'review.change': 'Zmień',
  'review.change_that': 'Zmień: {question}',

  'script.sending': 'Wysyłanie…',
  'script.saving': 'Zapisywanie…',
  'script.saved': 'Zapisano. Można tu wrócić później.',
  'script.offline':
    'Brak połączenia. Wszystko, co napisano, nadal tu jest; ponowna próba nastąpi samoczynnie.',
  'script.busy':
    'W tej chwili nie możemy tego przyjąć. Wszystko, co napisano, nadal tu jest; ponowna próba nastąpi samoczynnie.',
  'script.retry': 'Spróbuj teraz',
  'script.newer': 'Tę ankietę wypełniano dalej w innej karcie lub na innym urządzeniu.',
  'script.reload': 'Pokaż nowsze odpowiedzi',
  'script.hint': 'Klawisze cyfr wybierają odpowiedź',

  'again.title': 'Jeszcze jedno naciśnięcie',
  'again.heading': 'Prosimy o jeszcze jedno naciśnięcie.',
  'again.after':
    'To wyglądało na wysłane przez maszynę: niektóre filtry poczty same naciskają przyciski. Wszystkie odpowiedzi są tutaj; aby je wysłać, wystarczy nacisnąć jeszcze raz.',
  'again.send': 'Tak, to moje odpowiedzi',

  'stop.title': 'Bez dalszych pytań',
  'stop.heading': 'Bez dalszych pytań od {workspace}?',
  'stop.after':
    'Na ten adres nie będą już wysyłane wiadomości. Udzielone odpowiedzi pozostają u tych, którym ich udzielono.',
  'stop.send': 'Proszę o nic więcej nie pytać',
  'stop.done': 'Gotowe.',
  'stop.done_after': '{workspace} nie napisze więcej na ten adres.',
  'stop.series': 'Zakończ tylko tę serię pytań',
  'stop.series_after': 'Inne osoby z {workspace} mogą nadal pisać na ten adres.',
  'stop.series_done':
    'Wiadomości z tej serii nie będą już wysyłane. Inne osoby z {workspace} mogą nadal pisać na ten adres.',
  'stop.else': 'A może chodzi o coś innego?',
  'stop.role': 'Moja rola to nie {persona}',
  'stop.role_asked':
    'Od teraz zapisana jest rola <b>{persona}</b> w firmie <b>{account}</b>. Link w wiadomości otwiera pytania do tej roli.',

  'crowded.title': 'Trochę później',
  'crowded.heading': 'Prosimy trochę później.',
  'crowded.after':
    'Przez ten link przychodzi teraz więcej odpowiedzi, niż przyjmuje on naraz, dlatego te jeszcze nie zostały zapisane. Nic nie przepadło: wszystko, co zostało wpisane, jest na tej stronie. Prosimy wysłać ponownie {when}.',

  'trouble.title': 'Jeszcze nie zapisano',
  'trouble.heading': 'W tej chwili nie możemy tego przyjąć.',
  'trouble.kept':
    'Nic nie przepadło: wszystko, co napisano, jest na tej stronie. Po chwili wystarczy wysłać ponownie.',
  'trouble.later': 'Prosimy otworzyć link ponownie za minutę.',
  'trouble.send': 'Wyślij ponownie',

  'done.kept_untimed':
    'Odpowiedzi w roli {persona} w firmie {account}. Żaden zapis nie łączy ich z nazwiskiem ani z tą firmą.',

  'shared.ask': 'Czym zajmuje się osoba, która odpowiada?',
  'shared.ask_help': 'Każda rola otrzymuje inne pytania. Należy wybrać tę, w której udzielane są odpowiedzi.',
  'shared.none': 'Żadna z tych ról',
  'shared.none_help': 'Wtedy nie ma pytań i nic nie jest zapisywane.',
  'shared.choose': 'Należy wybrać rolę albo „Żadna z tych ról”.',
  'shared.known': 'Co o tej osobie wiemy',
  'shared.known_nobody':
    'Tylko to, co zostanie tu podane. Z odpowiedziami nie jest zapisywane nazwisko, firma ani adres, chyba że zostaną wpisane.',
  'shared.held': 'Ktoś z zespołu ogląda każdą odpowiedź, zanim zostanie policzona.',
  'shared.counted': 'Liczy się osobno od odpowiedzi osób zapytanych imiennie.',
  'shared.device':
    'Na tym urządzeniu pozostaje znacznik, aby odpowiedziało tylko raz; nic nie łączy go z odpowiedziami.',
  'shared.as': 'To odpowiedzi w roli <b>{persona}</b>.',
  'shared.other': 'Inna rola?',
  'shared.sees': 'Zespół, który pyta. Widzi odpowiedzi i rolę, ale nie widzi nazwiska.',
  'shared.sees_together':
    'Zespół, który pyta, i tylko razem z odpowiedziami co najmniej czterech innych osób w tej samej roli. Nie widzi nazwiska.',
  'shared.bye': 'Dziękujemy za odwiedziny.',
  'shared.bye_none':
    'Żadne z naszych pytań nie pasuje do tej pracy, więc o nic nie pytamy i niczego nie zapisano.',
  'shared.bye_not_asked': 'Tym razem nie ma pytań do roli <b>{persona}</b>. Niczego nie zapisano.',
  'shared.answered': 'To urządzenie już odpowiedziało.',
  'shared.answered_after':
    'Z każdego urządzenia przyjmowana jest jedna odpowiedź. Teraz niczego więcej nie zapisano.',
  'shared.received': 'Odpowiedzi dotarły. Dziękujemy.',
  'shared.received_as': 'Odpowiedzi w roli <b>{persona}</b>.',
  'shared.back': '<b>Co z tego wyniknie, do {day}:</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
