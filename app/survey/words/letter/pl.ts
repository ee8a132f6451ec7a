import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject':
    '{count, plural, one {Jedno pytanie} few {# pytania} many {# pytań} other {# pytania}} od {by}',
  'letter.greeting': 'Dzień dobry, {name},',
  'letter.opening':
    'Pytamy ze względu na rolę {persona} w firmie {account}, bo z niej wynika znajomość z {by}.',
  'letter.reminded_on':
    'Wiadomość wysłaliśmy {day} i nie mamy jeszcze odpowiedzi. Link nadal działa, a odpowiedź nadal się liczy.',
  'letter.reminded':
    'Wysłaliśmy wiadomość i nie mamy jeszcze odpowiedzi. Link nadal działa, a odpowiedź nadal się liczy.',
  'letter.here': 'Tutaj można odpowiedzieć:',
  'letter.answer': 'Przejdź do odpowiedzi',
  'letter.footer': '{by} pisze w związku z rolą {persona} w firmie {account}.',
  'letter.of_ten': '{value} na 10',

  'told.subject': 'Co wynikło z odpowiedzi dla {by}',
  'told.answered':
    'Dziękujemy za odpowiedź dla {by} w roli {persona} w firmie {account}, w „{wave}”. Oto co z niej wynikło.',
  'told.silent':
    'Pytaliśmy ze względu na rolę {persona} w firmie {account}, w „{wave}”, i odpowiedzieli inni w tej roli. Oto co z tego wynikło.',
  'told.heard': 'Co usłyszeliśmy ({personas})',
  'told.will_do': 'Co zrobimy',
  'told.will_not': 'Czego nie zrobimy i dlaczego',
} as const satisfies Record<keyof typeof LETTER, string>;
