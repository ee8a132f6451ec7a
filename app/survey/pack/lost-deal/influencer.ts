import { atMost, packFrom } from '../pack.ts';
import { DO_OTHERWISE, MISSING } from '../steady.ts';

export const lostDealInfluencer = packFrom({
  occasion: 'lost_deal',
  base: 'influencer',
  name: 'What they favoured',
  why: 'Whether the offer fitted the result they need, and whose view counted.',
  purposeHints: {
    unknown: 'Did those who need the result want us, and lose too?',
    decision: 'Whom we speak to first in the next deal',
    changeRule: 'More than one in three favoured us',
  },
  intro: [
    'Your company decided against us. We ask to learn from it, not to open the decision again.',
    'Ihr Unternehmen hat sich gegen uns entschieden. Wir fragen, um daraus zu lernen, nicht um die Entscheidung neu aufzurollen.',
  ],
  questions: [
    {
      key: 'decision',
      kind: 'single',
      concept: 'decision',
      serves: 'changeRule',
      assumes: 'influencer',
      declinable: true,
      wording: ['What did you favour?', 'Wofür waren Sie?'],
      options: [
        ['this', 'This offer', 'Für dieses Angebot'],
        ['other', 'Another offer', 'Für ein anderes Angebot'],
        ['stay', 'Staying with what we have', 'Beim Bisherigen zu bleiben'],
        ['not_asked', 'I was not asked', 'Ich wurde nicht gefragt'],
      ],
    },
    {
      key: 'result',
      kind: 'rating',
      points: 5,
      concept: 'result',
      serves: 'unknown',
      assumes: 'influencer',
      wording: [
        'How well did the offer from {{workspace.name|us}} fit the result you answer for?',
        'Wie gut passte das Angebot von {{workspace.name|uns}} zu dem Ergebnis, für das Sie einstehen?',
      ],
      low: ['not at all', 'überhaupt nicht'],
      high: ['very well', 'sehr gut'],
    },
    { ...MISSING, showIf: atMost('result', 3) },
    {
      key: 'whose_view',
      kind: 'single',
      concept: 'whose view counted',
      serves: 'decision',
      declinable: true,
      wording: ['Whose view counted most in the end?', 'Wessen Sicht zählte am Ende am meisten?'],
      options: [
        ['payers', 'Those who pay for it', 'Derer, die es bezahlen'],
        ['users', 'Those who would work with it', 'Derer, die damit arbeiten würden'],
        ['security', 'IT or security', 'IT oder Sicherheit'],
        ['outside', 'Someone from outside', 'Von jemandem von außen'],
        ['unknown', 'I do not know', 'Das weiß ich nicht'],
      ],
    },
    DO_OTHERWISE,
  ],
});
