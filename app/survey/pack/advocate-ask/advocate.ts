import { isOneOf, packFrom } from '../pack.ts';
import { HESITATION, SOMETHING_ELSE, TOLD } from '../steady.ts';

const IS_WILLING = isOneOf('willing', 'yes', 'ask_first');

export const advocateAskAdvocate = packFrom({
  occasion: 'advocate_ask',
  base: 'advocate',
  name: 'May we count on your voice',
  why: 'Whether somebody would speak to others, how, and what they need before they do.',
  purposeHints: {
    unknown: 'Who would speak for us now, and in which way?',
    decision: 'Whom we introduce to whom in the next three months',
    changeRule: 'Fewer than half say yes: we stop asking and find out why',
  },
  intro: [
    'You have spoken about us before. We would like to know whether you would again, and on which terms.',
    'Sie haben schon einmal über uns gesprochen. Wir möchten wissen, ob Sie es wieder tun würden, und wie.',
  ],
  closing: [
    'Your name goes to nobody before you have agreed.',
    'Ihr Name geht an niemanden, bevor Sie zugestimmt haben.',
  ],
  questions: [
    {
      key: 'willing',
      kind: 'single',
      concept: 'willing to speak',
      serves: 'changeRule',
      assumes: 'advocate',
      required: true,
      wording: [
        'Would you speak to others about {{workspace.name|us}} in the next three months?',
        'Würden Sie in den nächsten drei Monaten mit anderen über {{workspace.name|uns}} sprechen?',
      ],
      options: [
        ['yes', 'Yes', 'Ja'],
        ['ask_first', 'Perhaps, ask me each time', 'Vielleicht, bitte jedes Mal fragen'],
        ['not_now', 'Not now', 'Zurzeit nicht'],
      ],
    },
    { ...HESITATION, serves: 'unknown', showIf: isOneOf('willing', 'not_now') },
    {
      key: 'ways',
      kind: 'multiple',
      concept: 'ways to speak',
      serves: 'decision',
      assumes: 'advocate',
      showIf: IS_WILLING,
      wording: ['In which ways?', 'Auf welche Weise?'],
      options: [
        ['call', 'A call with someone who is deciding', 'Ein Gespräch mit jemandem, der entscheidet'],
        ['quote', 'A sentence with my name', 'Ein Satz mit meinem Namen'],
        ['story', 'A written story', 'Ein schriftlicher Bericht'],
        ['talk', 'A talk at an event', 'Ein Vortrag bei einer Veranstaltung'],
        ['review', 'A review on a public page', 'Eine Bewertung auf einer öffentlichen Seite'],
      ],
      other: SOMETHING_ELSE,
    },
    { ...TOLD, showIf: IS_WILLING },
    {
      key: 'approval',
      kind: 'single',
      concept: 'approval',
      serves: 'decision',
      assumes: 'advocate',
      showIf: IS_WILLING,
      wording: [
        'Who at {{account.name|your company}} has to agree first?',
        'Wer bei {{account.name|Ihnen}} muss vorher zustimmen?',
      ],
      options: [
        ['nobody', 'Nobody', 'Niemand'],
        ['manager', 'My manager', 'Meine Führungskraft'],
        ['press', 'Legal or press office', 'Rechtsabteilung oder Pressestelle'],
        ['unknown', 'I do not know', 'Das weiß ich nicht'],
      ],
    },
  ],
});
