/**
 * What a letter says around the question, or around what is told of the answers, in English, as ICU messages. How the person is greeted is each language's own:
 * `{first}` is their first name, `{name}` the whole.
 */
export const LETTER = {
  'letter.subject':
    '{count, plural, =1 {One question} =2 {Two questions} =3 {Three questions} =4 {Four questions} =5 {Five questions} =6 {Six questions} =7 {Seven questions} =8 {Eight questions} =9 {Nine questions} other {# questions}} from {by}',
  'letter.greeting': 'Hello {first},',
  'letter.opening': 'We ask you in your role as {persona} at {account}, because you know {by} from there.',
  'letter.reminded_on':
    'We wrote to you on {day} and have not heard from you yet. Your link still works, and your answer still counts.',
  'letter.reminded':
    'We wrote to you and have not heard from you yet. Your link still works, and your answer still counts.',
  'letter.here': 'Answer here:',
  'letter.answer': 'Answer',
  'letter.footer': '{by} writes to you in your role as {persona} at {account}.',
  'letter.of_ten': '{value} of 10',

  'told.subject': 'What came of your answers to {by}',
  'told.answered':
    'You answered {by} in your role as {persona} at {account} in “{wave}”. Thank you. This is what came of it.',
  'told.silent':
    'We asked you in your role as {persona} at {account} in “{wave}”, and heard from others in that role. This is what came of it.',
  'told.heard': 'What we heard from {personas}',
  'told.will_do': 'What we will do',
  'told.will_not': 'What we will not do, and why',
} as const;
