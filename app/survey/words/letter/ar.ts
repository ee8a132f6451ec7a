import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject':
    '{count, plural, zero {# سؤال} one {سؤال واحد} two {سؤالان} few {# أسئلة} many {# سؤالًا} other {# سؤال}} من {by}',
  'letter.greeting': 'مرحبًا {first}،',
  'letter.opening': 'نتوجّه إليك بصفة {persona} لدى {account}، لمعرفتك من هناك بـ {by}.',
  'letter.reminded_on': 'كتبنا إليك في {day} ولم يصلنا ردّ بعد. ما زال رابطك صالحًا، وما زالت إجابتك محسوبة.',
  'letter.reminded': 'كتبنا إليك ولم يصلنا ردّ بعد. ما زال رابطك صالحًا، وما زالت إجابتك محسوبة.',
  'letter.here': 'للإجابة:',
  'letter.answer': 'إلى الإجابة',
  'letter.footer': 'تصلك هذه الرسالة من {by} بصفة {persona} لدى {account}.',
  'letter.of_ten': '{value} من 10',
} as const satisfies Record<keyof typeof LETTER, string>;
