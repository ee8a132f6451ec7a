import { atMost, isOneOf, packFrom } from '../pack.ts';
import { DEFENCE_INFLUENCER, RESULT } from '../steady.ts';

export const beforeRenewalInfluencer = packFrom({
  occasion: 'before_renewal',
  base: 'influencer',
  name: 'What they would advise',
  why: 'What those who need the result would say when the people who sign ask them.',
  purposeHints: {
    unknown: 'What will be said about us in rooms where we are not?',
    decision: 'Which results we show before the renewal talk',
    changeRule: 'More than one in four would advise against it, or ask for changes',
  },
  intro: [
    'Your company will soon decide whether to go on with us. We would like to know what your part of it got out of it.',
    'Ihr Unternehmen entscheidet bald, ob es mit uns weitergeht. Wir möchten wissen, was es Ihrem Bereich gebracht hat.',
  ],
  questions: [
    RESULT,
    {
      key: 'renewal',
      kind: 'single',
      concept: 'renewal',
      serves: 'changeRule',
      assumes: 'influencer',
      declinable: true,
      wording: [
        'If you were asked about the renewal today, what would you advise?',
        'Wenn Sie heute nach der Verlängerung gefragt würden: Was würden Sie raten?',
      ],
      options: [
        ['as_it_is', 'To renew as it is', 'Unverändert zu verlängern'],
        ['changed', 'To renew with changes', 'Mit Änderungen zu verlängern'],
        ['not', 'Not to renew', 'Nicht zu verlängern'],
        ['no_view', 'I would stay out of it', 'Ich würde mich heraushalten'],
      ],
    },
    {
      key: 'needed',
      kind: 'text',
      concept: 'needed to decide',
      serves: 'decision',
      showIf: isOneOf('renewal', 'changed', 'not'),
      wording: ['What would have to change first?', 'Was müsste sich zuerst ändern?'],
    },
    DEFENCE_INFLUENCER,
    {
      key: 'proof',
      kind: 'text',
      concept: 'proof needed',
      serves: 'decision',
      showIf: atMost('defence', 3),
      wording: ['What would help you show it?', 'Was würde Ihnen helfen, es zu zeigen?'],
    },
  ],
});
