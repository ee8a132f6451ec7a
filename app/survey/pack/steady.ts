import type { PackQuestion, Words } from './pack.ts';

/**
 * Questions that more than one pack asks. They keep their wording from pack to pack, so that their series go on; a
 * persona with a reason of its own has a wording of its own under the same concept.
 */

export const AGREE = {
  low: ['strongly disagree', 'stimme überhaupt nicht zu'],
  high: ['strongly agree', 'stimme voll und ganz zu'],
} as const satisfies Partial<PackQuestion>;

export const SATISFIED = {
  low: ['very dissatisfied', 'sehr unzufrieden'],
  high: ['very satisfied', 'sehr zufrieden'],
} as const satisfies Partial<PackQuestion>;

const HOW_WELL = {
  low: ['not at all', 'überhaupt nicht'],
  high: ['very well', 'sehr gut'],
} as const satisfies Partial<PackQuestion>;

export const SOMETHING_ELSE: Words = ['Something else', 'Etwas anderes'];

/** The standard question, word for word: the one whose figure is called NPS. */
export const RECOMMEND: PackQuestion = {
  key: 'recommend',
  kind: 'recommend',
  concept: 'recommend',
  serves: 'changeRule',
  required: true,
  wording: [
    'How likely is it that you would recommend {{workspace.name|us}} to a colleague or peer at another company?',
    'Wie wahrscheinlich ist es, dass Sie {{workspace.name|uns}} Kolleginnen oder Kollegen in einem anderen Unternehmen empfehlen?',
  ],
};

export const REASON: PackQuestion = {
  key: 'reason',
  kind: 'text',
  concept: 'main reason',
  serves: 'unknown',
  wording: ['What is the main reason for your answer?', 'Was ist der wichtigste Grund für Ihre Antwort?'],
};

export const DEFENCE_BUYER: PackQuestion = {
  key: 'defence',
  kind: 'rating',
  points: 5,
  concept: 'defence',
  serves: 'unknown',
  assumes: 'buyer',
  wording: [
    'If someone at {{account.name|your company}} questioned the price tomorrow, how well could you defend it?',
    'Wenn bei {{account.name|Ihnen}} morgen jemand den Preis infrage stellt: Wie gut könnten Sie ihn vertreten?',
  ],
  ...HOW_WELL,
};

export const DEFENCE_INFLUENCER: PackQuestion = {
  key: 'defence',
  kind: 'rating',
  points: 5,
  concept: 'defence',
  serves: 'decision',
  wording: [
    'If someone at {{account.name|your company}} asked what {{workspace.name|the product}} is good for, how well could you show it?',
    'Wenn bei {{account.name|Ihnen}} jemand fragt, was {{workspace.name|das Produkt}} bringt: Wie gut könnten Sie es zeigen?',
  ],
  ...HOW_WELL,
};

export const DEFENCE_ADVOCATE: PackQuestion = {
  key: 'defence',
  kind: 'rating',
  points: 5,
  concept: 'defence',
  serves: 'decision',
  assumes: 'advocate',
  wording: [
    'If someone doubted what you say about {{workspace.name|us}}, how well could you back it up?',
    'Wenn jemand bezweifelt, was Sie über {{workspace.name|uns}} sagen: Wie gut könnten Sie es belegen?',
  ],
  ...HOW_WELL,
};

export const RISK: PackQuestion = {
  key: 'risk',
  kind: 'single',
  concept: 'risk',
  serves: 'decision',
  assumes: 'buyer',
  wording: [
    'Which risk of working with {{workspace.name|us}} weighs most for you?',
    'Welches Risiko der Arbeit mit {{workspace.name|uns}} wiegt für Sie am schwersten?',
  ],
  options: [
    ['one_supplier', 'We depend on one supplier', 'Wir hängen von einem Anbieter ab'],
    ['data', 'Our data could get out', 'Unsere Daten könnten nach außen gelangen'],
    ['prices', 'Prices could rise', 'Die Preise könnten steigen'],
    ['outdated', 'It could fall behind', 'Es könnte veralten'],
    ['no_take_up', 'Too few people could use it', 'Zu wenige könnten es nutzen'],
    ['none', 'None worth naming', 'Keines, das der Rede wert ist'],
  ],
  other: SOMETHING_ELSE,
  shuffle: true,
  pinLast: true,
};

export const RESULT: PackQuestion = {
  key: 'result',
  kind: 'rating',
  points: 5,
  concept: 'result',
  serves: 'unknown',
  assumes: 'influencer',
  wording: [
    'How far did {{workspace.name|our team}} help with the result you answer for in the last six months?',
    'Wie sehr hat {{workspace.name|unser Team}} in den letzten sechs Monaten zu dem Ergebnis beigetragen, für das Sie einstehen?',
  ],
  low: ['not at all', 'überhaupt nicht'],
  high: ['a great deal', 'sehr viel'],
};

export const EFFORT_AT_WORK: PackQuestion = {
  key: 'effort',
  kind: 'ces',
  concept: 'effort',
  serves: 'unknown',
  assumes: 'end_user',
  wording: [
    'How far do you agree: {{workspace.name|the product}} makes it easy to get my work done.',
    'Wie sehr stimmen Sie zu: {{workspace.name|Das Produkt}} macht es mir leicht, meine Arbeit zu erledigen.',
  ],
  ...AGREE,
};

export const ONE_CHANGE: PackQuestion = {
  key: 'change',
  kind: 'text',
  concept: 'one change',
  serves: 'decision',
  assumes: 'end_user',
  wording: [
    'If you could change one thing about your working day with it, what would it be?',
    'Wenn Sie an Ihrem Arbeitstag damit eine Sache ändern könnten: Was wäre das?',
  ],
};

export const TOLD: PackQuestion = {
  key: 'told',
  kind: 'text',
  concept: 'told to others',
  serves: 'unknown',
  assumes: 'advocate',
  wording: [
    'When you speak about {{workspace.name|us}}, what do you tell others first?',
    'Wenn Sie über {{workspace.name|uns}} sprechen: Was erzählen Sie anderen zuerst?',
  ],
};

export const HESITATION: PackQuestion = {
  key: 'hesitation',
  kind: 'single',
  concept: 'hesitation',
  serves: 'decision',
  assumes: 'advocate',
  declinable: true,
  wording: [
    'What makes you hold back from speaking about {{workspace.name|us}}?',
    'Was hält Sie davon ab, über {{workspace.name|uns}} zu sprechen?',
  ],
  options: [
    ['let_down', 'I was let down lately', 'Ich wurde zuletzt enttäuscht'],
    ['out_of_date', 'I know too little of what is new', 'Ich weiß zu wenig über das Neue'],
    ['too_often', 'I am asked too often', 'Ich werde zu oft gefragt'],
    ['not_allowed', 'My company does not want it', 'Mein Unternehmen möchte es nicht'],
    ['nothing', 'Nothing holds me back', 'Nichts hält mich ab'],
  ],
  other: SOMETHING_ELSE,
  shuffle: true,
  pinLast: true,
};

export const MISSING: PackQuestion = {
  key: 'missing',
  kind: 'text',
  concept: 'what is missing',
  serves: 'decision',
  wording: ['What was missing?', 'Was hat gefehlt?'],
};

export const DO_OTHERWISE: PackQuestion = {
  key: 'otherwise',
  kind: 'text',
  concept: 'do otherwise',
  serves: 'decision',
  wording: [
    'What should {{workspace.name|our team}} have done differently before the decision?',
    'Was hätte {{workspace.name|unser Team}} vor der Entscheidung anders machen sollen?',
  ],
};
