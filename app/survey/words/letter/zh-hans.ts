import type { LETTER } from '../letter.ts';

export const letter = {
  'letter.subject': '来自{by}的{count, plural, other {#个问题}}',
  'letter.greeting': '{name}，您好：',
  'letter.opening': '我们以您在{account}担任{persona}的身份向您提问，因为您在那里了解{by}。',
  'letter.reminded_on': '我们曾于{day}写信给您，至今尚未收到您的回复。您的链接仍然有效，您的回答仍会计入。',
  'letter.reminded': '我们曾写信给您，至今尚未收到您的回复。您的链接仍然有效，您的回答仍会计入。',
  'letter.here': '请在此回答：',
  'letter.answer': '回答',
  'letter.footer': '{by}因您在{account}担任{persona}而写信给您。',
  'letter.of_ten': '{value}，最高 10',

  'told.subject': '您对{by}的回答带来了什么',
  'told.answered': '您曾在“{wave}”中以{account}{persona}的身份回答了{by}。谢谢您。以下是由此产生的结果。',
  'told.silent':
    '我们曾在“{wave}”中以您在{account}担任{persona}的身份向您提问，并收到了同一角色其他人的回答。以下是由此产生的结果。',
  'told.heard': '我们听到了什么（{personas}）',
  'told.will_do': '我们将做什么',
  'told.will_not': '我们不会做什么，以及原因',
} as const satisfies Record<keyof typeof LETTER, string>;
