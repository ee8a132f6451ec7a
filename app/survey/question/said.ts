/**
 * What the kinds of question say to a respondent, in English, as ICU messages. A room names a sentence by its id and
 * the page says it in its own language; nothing here knows which languages there are.
 */
export const SAID = {
  'scale.unlikely': 'not at all likely',
  'scale.likely': 'very likely',
  'ranking.help': 'Give each a place. 1 comes first.',

  'missing.choice': 'Choose an answer, then go on.',
  'missing.rows': 'Choose an answer in each row, then go on.',
  'missing.order': 'Put them in order, then go on.',
  'missing.words': 'Write a few words, then go on.',
  'missing.number': 'Write a number, then go on.',
  'missing.day': 'Choose a day, then go on.',
  'missing.tick': 'Tick the box to go on.',

  'fault.nothing': 'Answer at least one question, then send.',
  'fault.score': 'Choose a number from {low} to {high}.',
  'fault.one': 'Choose one of the answers.',
  'fault.shown': 'Choose from the answers shown.',
  'fault.other': 'Write what it is beside “{other}”, or choose another answer.',
  'fault.lone': '“{choice}” goes with no other answer. Untick it, or untick the others.',
  'fault.too_few': 'Choose at least {count, plural, one {# answer} other {# answers}}.',
  'fault.too_many': 'Choose at most {count, plural, one {# answer} other {# answers}}.',
  'fault.places':
    '{most, plural, =1 {Give place 1 to one of them.} other {Give each place from 1 to {most} to one of them.}}',
  'fault.row': 'Choose one answer in each row.',
  'fault.rows': 'Choose an answer in each row.',
  'fault.tick': 'Tick the box, or leave it.',
  'fault.day': 'Write a day such as 2027-02-26.',
  'fault.day_before': 'Choose a day from {earliest, date, day} on.',
  'fault.day_after': 'Choose a day up to {latest, date, day}.',
  'fault.number': 'Write a number in digits.',
  'fault.number_least': 'Write a number of at least {least, number, plain}.',
  'fault.number_most': 'Write a number of at most {most, number, plain}.',
  'fault.number_range': 'Write a number from {least, number, plain} to {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {Write a whole number.} one {Write at most # decimal.} other {Write at most # decimals.}}',
  'fault.email': 'Write an address such as name@example.com.',
  'fault.url': 'Write a web address that begins with https://.',
  'fault.phone': 'Write a number such as +49 30 123456.',
  'fault.character': 'This text holds a character that cannot be kept; please write it without.',
  'fault.long': 'Please keep it to {most, plural, one {# character} other {# characters}}.',
} as const;

export type SaidId = keyof typeof SAID;

/** A day is handed over as its first millisecond in UTC. */
export type SaidValues = Readonly<Record<string, string | number>>;

/** One sentence to say, whatever the language. */
export interface Said {
  id: SaidId;
  values?: SaidValues;
}
