import { isOneOf, packFrom } from '../pack.ts';
import { DEFENCE_BUYER, RISK, SOMETHING_ELSE } from '../steady.ts';

export const beforeRenewalBuyer = packFrom({
  occasion: 'before_renewal',
  base: 'buyer',
  name: 'The decision to renew',
  why: 'What those who sign would do today, what stands against it, and what they need first.',
  purposeHints: {
    unknown: 'What stands between them and the signature?',
    decision: 'Which accounts get a new offer before the notice period ends',
    changeRule: 'More than one in four would not renew as it is',
  },
  intro: [
    'Your contract with us comes up for renewal. We would like to know how you see it, while there is time to act on it.',
    'Ihr Vertrag mit uns steht zur Verlängerung an. Wir möchten wissen, wie Sie das sehen, solange noch Zeit ist.',
  ],
  questions: [
    {
      key: 'renewal',
      kind: 'single',
      concept: 'renewal',
      serves: 'changeRule',
      assumes: 'buyer',
      declinable: true,
      wording: [
        'If you had to decide on the renewal today, what would you do?',
        'Wenn Sie heute über die Verlängerung entscheiden müssten: Was würden Sie tun?',
      ],
      options: [
        ['as_it_is', 'Renew as it is', 'Unverändert verlängern'],
        ['changed', 'Renew with changes', 'Mit Änderungen verlängern'],
        ['not', 'Not renew', 'Nicht verlängern'],
        ['too_early', 'Too early to say', 'Noch zu früh zu sagen'],
      ],
    },
    {
      key: 'hardest',
      kind: 'single',
      concept: 'hardest part',
      serves: 'unknown',
      assumes: 'buyer',
      showIf: isOneOf('renewal', 'changed', 'not'),
      wording: [
        'What makes the renewal hardest to sign?',
        'Was macht es am schwersten, die Verlängerung zu unterschreiben?',
      ],
      options: [
        ['price', 'The price itself', 'Der Preis selbst'],
        ['return', 'I cannot show what we got for it', 'Ich kann nicht zeigen, was es gebracht hat'],
        ['terms', 'The terms of the contract', 'Die Vertragsbedingungen'],
        ['use', 'Too few people use it', 'Zu wenige nutzen es'],
        ['offer', 'A better offer from elsewhere', 'Ein besseres Angebot von anderer Seite'],
        ['objection', 'Someone on our side objects', 'Jemand bei uns ist dagegen'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    DEFENCE_BUYER,
    RISK,
    {
      key: 'needed',
      kind: 'text',
      concept: 'needed to decide',
      serves: 'decision',
      assumes: 'buyer',
      wording: [
        'What would you need from {{workspace.name|us}} before you sign?',
        'Was bräuchten Sie von {{workspace.name|uns}}, bevor Sie unterschreiben?',
      ],
    },
  ],
});
