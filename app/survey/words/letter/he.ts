import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject': '{count, plural, one {שאלה אחת} two {שתי שאלות} other {# שאלות}} מאת {by}',
  'letter.greeting': 'שלום {first},',
  'letter.opening': 'הפנייה אליך היא בתור {persona} אצל {account}, בשל היכרותך משם עם {by}.',
  'letter.reminded_on': 'כתבנו אליך ב־{day} וטרם התקבלה תשובה. הקישור שלך עדיין פועל, והתשובה עדיין נספרת.',
  'letter.reminded': 'כתבנו אליך וטרם התקבלה תשובה. הקישור שלך עדיין פועל, והתשובה עדיין נספרת.',
  'letter.here': 'לתשובה:',
  'letter.answer': 'לתשובה',
  'letter.footer': '{by} פונה אליך בתור {persona} אצל {account}.',
  'letter.of_ten': '{value} מתוך 10',
} as const satisfies Record<keyof typeof LETTER, string>;
