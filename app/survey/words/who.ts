/** What a respondent reads where they say who they are, in English, as ICU messages. */
export const WHO = {
  'who.title': 'Who is answering',
  'who.wrote': 'We wrote to <b>{name}</b> as <b>{persona}</b> at <b>{account}</b>.',
  'who.legend': '{name}, what do you do at {account}?',
  'who.passed': 'A colleague gave us your name. What do you do at {account}?',
  'who.still_asked': '{name}, are you still <b>{persona}</b> at <b>{account}</b>?',
  'who.yes': 'Yes',
  'who.still': 'Still {persona}',
  'who.now': '{persona} now',
  'who.none': 'None of these',
  'who.words': 'What you do, in a few words, if you like',
  'who.left': 'I have left {account}',
  'who.on': 'Go on',
  'who.choose': 'Choose one, then go on.',
  'who.again':
    'That came as a machine would send it: some mail scanners press buttons by themselves. Press once more, please.',
  'who.not_me': 'You are not {name}?',
  'who.pass': 'Send it to a colleague',
  'who.self': 'Answer as myself',
  'who.back': 'Back',

  'changed.other':
    'You answered as <b>{from}</b>, and that stays as you gave it. From now on we know you as <b>{to}</b>.',
  'changed.none':
    'You answered as <b>{from}</b>, and that stays as you gave it. From now on we know that none of our roles fits you.',
  'changed.left':
    'You answered as <b>{from}</b>, and that stays as you gave it. From now on we know that you have left {account}.',

  'noted.title': 'Thank you',
  'noted.heading': 'Thank you. We have taken that down.',
  'noted.none':
    'None of our roles fits you, so there are no questions for you this time. Nothing was counted in your name.',
  'noted.left':
    'You have left {account}, so there are no questions for you. Nothing was counted in your name.',
  'noted.not_asked':
    'From now on we know you as <b>{persona}</b> at <b>{account}</b>. This time there are no questions for that role.',

  'pass.title': 'Send it to a colleague',
  'pass.heading': 'Who should have it?',
  'pass.after':
    'They get a mail and a link of their own. Yours goes on working, and they see nothing of what you wrote.',
  'pass.name': 'Their name',
  'pass.email': 'Their e-mail address',
  'pass.send': 'Send it to them',
  'pass.fault_name': 'Write their name in letters alone.',
  'pass.fault_email': 'Write the address of one person, such as name@example.com.',
  'pass.fault_own': 'This was sent to that very address. Write the one of your colleague.',
  'pass.done': 'Thank you.',
  'pass.done_after': 'If they may be written to, they will get a mail.',
  'pass.before': 'It was passed on before.',
  'pass.before_after': 'A link can be passed on once, so nothing has changed.',

  'self.title': 'Answer as myself',
  'self.heading': 'What do you do at {account}?',
  'self.after':
    'You are not {name}, so your answers are kept apart. They count only if somebody of the team accepts them, and the questions for {name} stay open.',
  'self.none': 'There are no questions for you, then.',
  'self.not_asked': 'This time there are no questions for that role.',
  'self.nothing_kept': 'Thank you for coming by. Nothing was kept.',
  'self.as': 'You are answering for yourself, as <b>{persona}</b> at <b>{account}</b>.',
  'self.sees': 'The team that asks, with what you tell of yourself at the end.',
  'self.you': 'Who are you?',
  'self.you_after': 'Both may stay empty. They tell the team whose word this is, and nobody else sees them.',
  'self.name': 'Your name',
  'self.email': 'Your e-mail address',
  'self.send': 'Send my answers',
  'self.done': 'Received. Thank you.',
  'self.done_after': 'Your answers are kept apart. They count only if somebody of the team accepts them.',
  'self.full': 'This link has brought in as much as it can.',
  'self.full_after':
    'What you sent just now was not kept. Ask whoever wrote to your colleague for a link of your own.',
} as const;
