import { describe, expect, test } from 'vitest';
import { matchedWords, signsOf, termsOf } from './suggest.ts';

const OTHERS = [
  'The route map is clear',
  'Support answered the same day',
  'I like the new colours',
  'Nothing to complain about',
  'The handover note travels with the shift',
  'Search finds every order',
  'The alert came before the driver',
  'Training took one afternoon',
  'My team reads it every morning',
  'It does what it should',
].map(termsOf);
const QUOTES = [
  'The dashboard loads slowly in the morning',
  'Every dashboard loads for nine seconds',
  'When the dashboard loads I make coffee',
].map(termsOf);
const NAME = termsOf('Loading time');
const match = (text: string) => matchedWords(termsOf(text), NAME, signsOf(QUOTES, [...QUOTES, ...OTHERS]));

describe('what a machine suggests', () => {
  test('a text is suggested for what it shares with confirmed quotes, and the words are said', () => {
    expect(match('The dashboard loads before I sit down')).toEqual(['dashboard loads']);
    expect(match('The map is clear')).toBeNull();
  });

  test('what everybody writes is no sign, and neither is what one person wrote', () => {
    expect(match('The morning is mine')).toBeNull();
    expect(match('Nine seconds of coffee')).toBeNull();
  });

  test('without any quote the name alone speaks, and all of it', () => {
    const none = signsOf([], OTHERS);
    expect(matchedWords(termsOf('Loading takes time'), NAME, none)).toEqual(['loading', 'time']);
    expect(matchedWords(termsOf('It takes time'), NAME, none)).toBeNull();
  });

  test('among a few texts no word is a sign: each is seldom there', () => {
    const few = [...QUOTES.slice(0, 2), ...OTHERS.slice(0, 4)];
    expect(signsOf(QUOTES, few).size).toBe(0);
  });

  test('no language is known: capitals, accents and scripts without blanks are read alike', () => {
    const price = termsOf('Prix');
    expect(matchedWords(termsOf('Le PRIX monte'), price, new Map())).toEqual(['prix']);
    const japanese = termsOf('速度');
    expect(matchedWords(termsOf('画面の速度が遅い'), japanese, new Map())).toEqual(['速度']);
  });

  test('the same texts say the same, in whatever order they come', () => {
    const there = signsOf(QUOTES, [...QUOTES, ...OTHERS]);
    const back = signsOf(QUOTES.toReversed(), [...OTHERS, ...QUOTES]);
    expect(new Map([...there].sort())).toEqual(new Map([...back].sort()));
  });
});
