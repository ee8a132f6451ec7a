import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject': '{by}からのご質問（{count, plural, other {#問}}）',
  'letter.greeting': '{name}様',
  'letter.opening': '{account}の{persona}として{by}をご存じの方に、お尋ねしています。',
  'letter.reminded_on':
    '{day}にお送りしましたが、まだご回答をいただいていません。リンクは引き続きお使いいただけ、ご回答も引き続き集計されます。',
  'letter.reminded':
    '先日お送りしましたが、まだご回答をいただいていません。リンクは引き続きお使いいただけ、ご回答も引き続き集計されます。',
  'letter.here': 'ご回答はこちら：',
  'letter.answer': '回答する',
  'letter.footer': 'このメールは、{account}の{persona}である方に{by}からお送りしています。',
  'letter.of_ten': '10のうち{value}',

  'told.subject': '{by}へのご回答から決まったこと',
  'told.answered':
    '「{wave}」に、{account}の{persona}として{by}へご回答いただき、ありがとうございました。その結果をお知らせします。',
  'told.silent':
    '「{wave}」で、{account}の{persona}の方としてお尋ねし、同じ役割の方々からご回答をいただきました。その結果をお知らせします。',
  'told.heard': '伺ったこと（{personas}）',
  'told.will_do': '行うこと',
  'told.will_not': '行わないことと、その理由',
} as const satisfies Record<keyof typeof LETTER, string>;
