import { describe, expect, test } from 'vitest';
import { fitOf, suggestAssumed } from './fit.ts';
import { sayMismatch, withArticle } from './mismatch.ts';

const question = (wording: string, assumes: '' | 'end_user' | 'buyer' = '') => ({
  wording,
  help: '',
  assumes,
});

describe('a question for one persona, read by another', () => {
  test.each([
    ['How easy is the editor to use?', 'end_user', ['editor']],
    ['Which feature do you use every day?', 'end_user', ['use every day']],
    ['What is hardest to find on the screen?', 'end_user', ['screen']],
    ['What made the last renewal hardest to sign?', 'buyer', ['renewal', 'sign']],
    ['Does it fit your budget?', 'buyer', ['budget']],
    ['Was hat die Unterschrift schwer gemacht?', 'buyer', ['unterschrift']],
    ['How far did it help the result you answer for?', 'influencer', ['answer for']],
    ['Was bringt es Ihrem Bereich?', 'influencer', ['ihrem bereich']],
    ['What do you tell others first?', 'advocate', ['tell others']],
  ])('“%s” sounds like %s', (wording, base, words) =>
    expect(suggestAssumed(question(wording))).toEqual({ base, words }),
  );

  test.each([
    'How likely is it that you would recommend {{workspace.name|us}} to a colleague or peer at another company?',
    'What is the main reason for your answer?',
    'Which design do you prefer?',
    'Did you get what you expected, and what you paid attention to?',
    'Who at {{account.name|the budget office}} agrees?',
    '',
  ])('“%s” sounds like nobody in particular', (wording) =>
    expect(suggestAssumed(question(wording))).toBeNull(),
  );

  test('choices are read too, and a tie between two suggests neither', () => {
    const options = [
      { key: 'o1', label: 'The price' },
      { key: 'o2', label: 'The contract' },
    ];
    expect(suggestAssumed({ ...question('What was hardest?'), parts: { options } })?.base).toBe('buyer');
    expect(suggestAssumed(question('Does the editor fit your budget?'))).toBeNull();
  });

  test('what it says itself counts more than how it sounds', () => {
    expect(fitOf(question('How easy is the editor to use?', 'end_user'), { base: 'buyer' })).toEqual({
      kind: 'assumes',
      base: 'end_user',
    });
    expect(fitOf(question('How easy is the editor to use?', 'buyer'), { base: 'buyer' })).toEqual({
      kind: 'fits',
    });
    expect(fitOf(question('How easy is the editor to use?'), { base: 'buyer' })).toEqual({
      kind: 'may_assume',
      base: 'end_user',
      words: ['editor'],
    });
    expect(fitOf(question('How easy is the editor to use?'), { base: 'end_user' })).toEqual({ kind: 'fits' });
  });
});

describe('QUESTION_SET_MISMATCH', () => {
  const owner = { name: 'End-user' };
  const wanted = { name: 'Buyer', plural: 'Buyers' };
  test.each([
    [
      3,
      ['end_user', 'end_user'],
      'End-user question set v3 can’t be sent to buyers. Copy it as a Buyer set and rewrite the 2 questions that assume hands-on use.',
    ],
    [
      1,
      ['end_user'],
      'End-user question set v1 can’t be sent to buyers. Copy it as a Buyer set and rewrite the question that assumes hands-on use.',
    ],
    [
      null,
      ['end_user', 'advocate', 'end_user'],
      'End-user question set draft can’t be sent to buyers. Copy it as a Buyer set and rewrite the 3 questions that assume hands-on use or speaking to others about us.',
    ],
    [
      2,
      [],
      'End-user question set v2 can’t be sent to buyers. Copy it as a Buyer set and read each question as they would.',
    ],
  ] as const)('of v%s with %j says so', (number, assumed, sentence) =>
    expect(sayMismatch({ owner, number, wanted, assumed })).toBe(sentence),
  );

  test('names wear the article they need', () => {
    expect(['Buyer', 'End-user', 'Influencer'].map(withArticle)).toEqual([
      'a Buyer',
      'an End-user',
      'an Influencer',
    ]);
  });
});
