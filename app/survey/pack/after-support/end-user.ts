import { atMost, isOneOf, packFrom } from '../pack.ts';
import { AGREE, SATISFIED, SOMETHING_ELSE } from '../steady.ts';

export const afterSupportEndUser = packFrom({
  occasion: 'after_support',
  base: 'end_user',
  name: 'A request, answered',
  why: 'How a request went for the person whose work had stopped.',
  purposeHints: {
    unknown: 'What costs people time after they have written to support?',
    decision: 'Whether the second line answers in the first hour',
    changeRule: 'More than one in four says the matter is not solved',
  },
  intro: [
    'You wrote to our support about your work. We would like to know how it went.',
    'Sie haben sich wegen Ihrer Arbeit an unseren Support gewandt. Wir möchten wissen, wie es lief.',
  ],
  questions: [
    {
      key: 'satisfaction',
      kind: 'csat',
      concept: 'satisfaction',
      serves: 'unknown',
      required: true,
      wording: [
        'How satisfied are you with how your last request was handled?',
        'Wie zufrieden sind Sie damit, wie Ihre letzte Anfrage bearbeitet wurde?',
      ],
      ...SATISFIED,
    },
    {
      key: 'wrong',
      kind: 'single',
      concept: 'what went wrong',
      serves: 'decision',
      showIf: atMost('satisfaction', 3),
      wording: ['What went wrong most?', 'Was lief am meisten schief?'],
      options: [
        ['slow', 'It took too long', 'Es hat zu lange gedauert'],
        ['again', 'I had to explain it again', 'Ich musste es noch einmal erklären'],
        ['no_help', 'The answer did not help', 'Die Antwort hat nicht geholfen'],
        ['passed_on', 'I was passed from one to another', 'Ich wurde weitergereicht'],
        ['tone', 'The tone', 'Der Ton'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    {
      key: 'effort',
      kind: 'ces',
      concept: 'effort',
      serves: 'unknown',
      wording: [
        'How far do you agree: it was made easy for me to get my request solved.',
        'Wie sehr stimmen Sie zu: Mir wurde es leicht gemacht, meine Anfrage zu klären.',
      ],
      ...AGREE,
    },
    {
      key: 'solved',
      kind: 'single',
      concept: 'solved',
      serves: 'changeRule',
      wording: ['Is the matter solved for you?', 'Ist die Sache für Sie gelöst?'],
      options: [
        ['yes', 'Yes', 'Ja'],
        ['partly', 'Partly', 'Zum Teil'],
        ['no', 'No', 'Nein'],
      ],
    },
    {
      key: 'open',
      kind: 'text',
      concept: 'what is open',
      serves: 'decision',
      showIf: isOneOf('solved', 'partly', 'no'),
      wording: ['What is still open?', 'Was ist noch offen?'],
    },
    {
      key: 'time',
      kind: 'single',
      concept: 'time lost',
      serves: 'unknown',
      assumes: 'end_user',
      wording: ['How much of your working time did it cost?', 'Wie viel Ihrer Arbeitszeit hat es gekostet?'],
      options: [
        ['hour', 'Less than an hour', 'Weniger als eine Stunde'],
        ['half_day', 'Up to half a day', 'Bis zu einem halben Tag'],
        ['day', 'Up to a day', 'Bis zu einem Tag'],
        ['more', 'More than a day', 'Mehr als einen Tag'],
      ],
    },
  ],
});
