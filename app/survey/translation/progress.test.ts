import { describe, expect, it } from 'vitest';
import { addLine, addQuestion, changeQuestion, type Draft, emptyDraft } from '../draft/draft.ts';
import { inLanguage, textsOf } from '../texts.ts';
import { checkTranslation, sayTooLong } from './check-translation.ts';
import { frozenTexts } from './frozen-texts.ts';
import type { KeptTexts } from './kept-text.ts';
import { originalsOf } from './original.ts';
import { progressOf, sayProgress } from './progress.ts';

const ORIGINALS = [
  { place: 'intro', text: 'Two minutes.', role: 'prose' },
  { place: 'q1.wording', text: 'Does {{account.name|your company}} pay?', role: 'question' },
  { place: 'q1.options.o2', text: 'Yes', role: 'label' },
] as const;

describe('progress', () => {
  const kept: KeptTexts = {
    intro: { text: 'Zwei Minuten.', of: 'Three minutes.' },
    'q1.options.o2': { text: 'Ja', of: 'Yes' },
    'q9.wording': { text: 'Weg', of: 'Gone' },
  };
  const progress = progressOf(ORIGINALS, kept);

  it('tells translated, changed since, missing and orphaned apart, by place', () => {
    expect(progress).toEqual({
      total: 3,
      translated: 2,
      stale: ['intro'],
      missing: ['q1.wording'],
      orphaned: ['q9.wording'],
    });
    expect(sayProgress(progress)).toBe('2 of 3, 1 changed since');
  });

  it('does not call a text changed for its blanks', () => {
    const blanks: KeptTexts = { intro: { text: 'Zwei Minuten.', of: 'Two\n minutes. ' } };
    expect(progressOf(ORIGINALS, blanks).stale).toEqual([]);
  });

  it('is not misled by places that are named like parts of every object', () => {
    const odd = [{ place: 'constructor', text: 'x', role: 'prose' }] as const;
    expect(progressOf(odd, {}).missing).toEqual(['constructor']);
  });
});

describe('freezing', () => {
  it('drops what has no place any longer and what lacks a placeholder, and keeps what changed since', () => {
    const kept: KeptTexts = {
      intro: { text: 'Zwei Minuten.', of: 'Three minutes.' },
      'q1.wording': { text: 'Zahlt ihr?', of: 'Do you pay?' },
      'q9.wording': { text: 'Weg', of: 'Gone' },
    };
    expect(frozenTexts(ORIGINALS, kept)).toEqual({ intro: 'Zwei Minuten.' });
  });
});

describe('a translation', () => {
  const asked = 'Does {{account.name|your company}} pay?';
  it.each([
    [
      'keeps the placeholder and translates what stands there otherwise',
      'Zahlt {{account.name|Ihre Firma}}?',
    ],
    ['may say it twice', '{{account.name|Ihre Firma}}: zahlt {{account.name|Ihre Firma}}?'],
  ])('%s', (_, text) => {
    expect(checkTranslation(asked, text)).toBeNull();
  });

  it.each([
    ['without the placeholder', 'Zahlt ihr?', 'Put {{account.name|your company}}'],
    ['with a broken one', 'Zahlt {account.name|Ihre Firma}}?', 'Put {{account.name|your company}}'],
    ['with another one', 'Zahlt {{account.name|ihr}} {{q1}}?', 'Take out {{q1}}'],
    ['without something to say', 'Zahlt {{account.name}}?', '{{account.name|…}}'],
    ['past the most that is kept', 'x'.repeat(1001), 'Keep it under 1000'],
    ['with a control character', 'Zahlt\u0007', 'a character that cannot be kept'],
    ['with half of a letter', 'Zahlt \ud83d', 'a character that cannot be kept'],
  ])('%s is refused', (_, text, sentence) => {
    expect(checkTranslation(asked, text)).toContain(sentence);
  });

  it('longer than its place was made for is told, not refused', () => {
    expect(sayTooLong('x'.repeat(61), 60)).toBe(
      '61 characters; its place was made for 60. Look at it in the preview.',
    );
    expect(sayTooLong('x'.repeat(60), 60)).toBeNull();
  });
});

describe('the originals of a draft', () => {
  const typed = addLine(addQuestion(emptyDraft(), 'single'), 'q1', 'options');
  const draft: Draft = {
    ...changeQuestion(typed, 'q1', (question) => ({
      ...question,
      wording: ' Which? ',
      help: 'One.',
      parts: {
        options: [
          { key: 'o2', label: 'Price' },
          { key: 'o3', label: '' },
          { key: 'o4', label: 'Speed' },
        ],
        other: 'Something else',
      },
    })),
    intro: 'Hello',
  };

  it('are there before the draft is complete, in the order they are read and in words', () => {
    expect(originalsOf(draft).map(({ place, text, where, room }) => [place, text, where, room])).toEqual([
      ['intro', 'Hello', 'Before the questions', 600],
      ['q1.wording', 'Which?', 'Question 1', 500],
      ['q1.help', 'One.', 'Question 1, the line under it', 300],
      ['q1.options.o2', 'Price', 'Question 1, choice 1', 200],
      ['q1.options.o4', 'Speed', 'Question 1, choice 3', 200],
      ['q1.other', 'Something else', 'Question 1, another choice with room to write', 60],
    ]);
  });

  it('are the very places that a respondent is asked at in that language', () => {
    const placed = originalsOf(draft);
    const texts = Object.fromEntries(placed.map(({ place }) => [place, `‹${place}›`]));
    const set = {
      intro: 'Hello',
      translations: { de: texts },
      questions: [
        {
          ...{ key: 'q1', kind: 'single' as const, concept: 'x', required: false },
          ...{ wording: 'Which?', help: 'One.', other: 'Something else' },
          options: [
            { key: 'o2', label: 'Price' },
            { key: 'o4', label: 'Speed' },
          ],
        },
      ],
    };
    expect(textsOf(inLanguage(set, 'de')).map(({ text }) => text)).toEqual(
      placed.map(({ place }) => `‹${place}›`),
    );
  });
});
