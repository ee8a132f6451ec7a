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

  'told.subject': 'מה יצא מהתשובות שלך אל {by}',
  'told.answered':
    'תשובותיך אל {by} בתור {persona} אצל {account}, במסגרת ”{wave}“, התקבלו. תודה. זה מה שיצא מהן.',
  'told.silent':
    'פנינו אליך בתור {persona} אצל {account}, במסגרת ”{wave}“, ושמענו מאחרים בתפקיד הזה. זה מה שיצא מכך.',
  'told.heard': 'מה שמענו ({personas})',
  'told.will_do': 'מה נעשה',
  'told.will_not': 'מה לא נעשה, ולמה',
} as const satisfies Record<keyof typeof LETTER, string>;
