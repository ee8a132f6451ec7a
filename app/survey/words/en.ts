import { SAID } from '../question/said.ts';
import { LETTER } from './letter.ts';
import { WHO } from './who.ts';

/**
 * Every sentence of the product that a respondent reads, as ICU messages: `{name}` is filled in, `<b>` is bold,
 * counts have plurals. The other languages stand beside this file, one each, with the same ids.
 */
export const en = {
  ...SAID,
  ...WHO,
  ...LETTER,

  'page.title': 'A few questions from {workspace}',
  'page.card': 'A short survey',
  'page.asks': '{workspace} asks',
  'page.as': '{name}, you are answering as <b>{persona}</b> at <b>{account}</b>.',
  'page.last': 'That was the last question.',
  'page.send': 'Send my answers',
  'page.confirm': 'Confirm {number} and send my answers',
  'page.on': 'Go on',
  'page.look_over': 'Look over my answers',
  'page.not_you': 'Not you, or not your role any more?',
  'page.met_others': 'Answers from another tab or device came in too, and are kept.',
  'page.elsewhere': 'Answered on another device, and kept. Answer it here to replace that.',
  'page.elsewhere_short': 'Answered on another device',

  'review.heading': 'Your answers, before you send them',
  'review.empty': 'Left empty',
  'review.change': 'Change',
  'review.change_that': 'Change: {question}',

  'script.sending': 'Sending…',
  'script.saving': 'Saving…',
  'script.saved': 'Saved. You can go on here later.',
  'script.offline': 'No connection. Everything you wrote is still here; it is tried again by itself.',
  'script.busy':
    'We cannot take it in just now. Everything you wrote is still here; it is tried again by itself.',
  'script.retry': 'Try now',
  'script.newer': 'This survey was answered further in another tab or device.',
  'script.reload': 'Show the newer answers',
  'script.hint': 'Number keys choose an answer',

  'again.title': 'One more press',
  'again.heading': 'One more press, please.',
  'again.after':
    'That came as a machine would send it: some mail scanners press buttons by themselves. Your answers are all here; press once more to send them.',
  'again.send': 'Yes, these are my answers',

  'stop.title': 'No more questions',
  'stop.heading': 'No more questions from {workspace}?',
  'stop.after':
    'Your address will not be written to again. Answers you gave stay with those you gave them to.',
  'stop.send': 'Please don’t ask me again',
  'stop.done': 'Done.',
  'stop.done_after': '{workspace} will not write to this address again.',
  'stop.series': 'Only stop this series of questions',
  'stop.series_after': 'Others at {workspace} may still write to you.',
  'stop.series_done': 'You get no more mail of this series. Others at {workspace} may still write to you.',
  'stop.else': 'Or is it something else?',
  'stop.role': 'My role is not {persona}',
  'stop.role_asked':
    'From now on we know you as <b>{persona}</b> at <b>{account}</b>. The link in your mail opens the questions for that role.',

  'crowded.title': 'A little later',
  'crowded.heading': 'A little later, please.',
  'crowded.after':
    'More answers are coming through this link than it takes at once, so yours are not kept yet. Nothing is lost: all that you wrote is in this page. Please send it again {when}.',

  'trouble.title': 'Not kept yet',
  'trouble.heading': 'We cannot take it in just now.',
  'trouble.kept': 'Nothing is lost: all that you wrote is in this page. Wait a moment, then send it again.',
  'trouble.later': 'Please open the link again in a minute.',
  'trouble.send': 'Send it again',
  'page.back': 'Back',

  'question.place': 'Question {number} of {count}',
  'question.place_most': 'Question {number}, of {count} at most',
  'question.optional': '{place}, you may leave it empty',
  'question.declined': 'Prefer not to say',
  'question.tapped': 'You tapped <b>{number}</b> in the mail. Nothing is sent until you confirm.',

  'why.ask': 'Why we ask',
  'why.decide': 'We decide by {day}: {decision}',
  'why.sees': 'Who sees it',
  'why.attributed': 'The team that asks, with your name.',
  'why.confidential':
    'The team that asks, never with your name and only together with at least four others of your role.',
  'why.unlinkable': 'The team that asks. Nobody can join an answer to a name, not even an administrator.',
  'why.back': 'What comes back',
  'why.promise': 'By {day}: {promise}',

  'done.title': 'Thank you',
  'done.heading': 'Received. Thank you, {name}.',
  'done.kept': 'Your answers as {persona} at {account}, on {moment}.',
  'done.kept_untimed':
    'Your answers as {persona} at {account}. No row joins them to your name, or to this account.',
  'done.hear': '<b>You hear from us by {day}:</b> {promise}',

  'before.title': 'Received before',
  'before.heading': 'We have your answers already.',
  'before.after':
    'They were sent before from another page. What you sent just now was not kept, and nothing has changed.',

  'closed.title': 'Closed',
  'closed.heading': 'This survey is closed.',
  'closed.after': 'Nothing more can be sent to it. Thank you for coming by.',

  'shared.ask': 'What do you do?',
  'shared.ask_help': 'Each role is asked something else. Choose the one that you answer in.',
  'shared.none': 'None of these',
  'shared.none_help': 'Then nothing is asked, and nothing is kept.',
  'shared.choose': 'Choose what you do, or “None of these”.',
  'shared.known': 'What we know of you',
  'shared.known_nobody':
    'Only what you tell here. No name, no account and no address is kept with your answers, unless you write one.',
  'shared.held': 'Somebody of the team looks at each answer before it counts.',
  'shared.counted': 'It counts apart from those of people who were asked by name.',
  'shared.device':
    'A mark stays on this device, so that it answers once; nothing joins it to what you answer.',
  'shared.as': 'You are answering as <b>{persona}</b>.',
  'shared.other': 'Not what you do?',
  'shared.sees': 'The team that asks. It sees what you answer and what you do, and no name.',
  'shared.sees_together':
    'The team that asks, and only together with at least four others who do the same. It sees no name.',
  'shared.bye': 'Thank you for coming by.',
  'shared.bye_none':
    'None of our questions would fit what you do, so nothing is asked, and nothing was kept.',
  'shared.bye_not_asked': 'As <b>{persona}</b> you are not asked this time. Nothing was kept.',
  'shared.answered': 'This device has answered.',
  'shared.answered_after': 'One answer is taken from each device. Nothing more was kept just now.',
  'shared.received': 'Received. Thank you.',
  'shared.received_as': 'Your answers as <b>{persona}</b>.',
  'shared.back': '<b>What comes of it, by {day}:</b> {promise}',

  'unknown.title': 'No survey here',
  'unknown.heading': 'This link does not open anything.',
  'unknown.after':
    'It may have been shortened on its way, or replaced by a newer one. The newest mail from whoever asked you holds the link that works.',
} as const;
