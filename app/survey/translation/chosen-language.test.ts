import { describe, expect, test } from 'vitest';
import { chosenLanguage, closestLanguage } from './chosen-language.ts';

const survey = { spoken: ['en', 'de', 'pt-BR', 'zh-Hans', 'he'], written: 'en' };
const nothing = { asked: null, personLanguage: null, acceptLanguage: null, ...survey };

describe('who decides the language', () => {
  test('what was pressed comes before what is known, and that before the browser', () => {
    const all = { ...nothing, asked: 'he', personLanguage: 'de', acceptLanguage: 'pt-BR' };
    expect(chosenLanguage(all)).toBe('he');
    expect(chosenLanguage({ ...all, asked: null })).toBe('de');
    expect(chosenLanguage({ ...all, asked: null, personLanguage: null })).toBe('pt-BR');
    expect(chosenLanguage(nothing)).toBe('en');
  });

  test('a wish that the survey cannot fulfil passes to the next', () => {
    expect(chosenLanguage({ ...nothing, asked: 'fi', personLanguage: 'sv', acceptLanguage: 'nb, de' })).toBe(
      'de',
    );
    expect(chosenLanguage({ ...nothing, acceptLanguage: 'fi, sv' })).toBe('en');
    expect(chosenLanguage({ ...nothing, written: 'de', acceptLanguage: 'fi' })).toBe('de');
  });
});

describe('what the browser wishes', () => {
  test.each<[string, string]>([
    ['de', 'de'],
    ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'en'],
    ['en;q=0.2, de;q=0.9', 'de'],
    ['en;q=0.5,de;q=0.5', 'en'],
    ['he;q=0, de;q=0.1', 'de'],
    ['DE-at', 'de'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW, de;q=0.3', 'de'],
    ['pt-PT', 'pt-BR'],
    ['iw', 'he'],
    ['*', 'en'],
    ['', 'en'],
    [';;q=;,,q=1', 'en'],
    ['de;q=2', 'en'],
    ['de;q=x', 'en'],
    [`${'xx,'.repeat(5000)}de`, 'en'],
    ['__proto__, constructor', 'en'],
  ])('%s gives %s', (acceptLanguage, language) => {
    expect(chosenLanguage({ ...nothing, acceptLanguage })).toBe(language);
  });
});

describe('the closest of several', () => {
  test('the tag itself, then the plain language, then the first of its regions', () => {
    expect(closestLanguage('pt-BR', ['pt', 'pt-BR'])).toBe('pt-BR');
    expect(closestLanguage('pt-AO', ['pt-BR', 'pt'])).toBe('pt');
    expect(closestLanguage('pt', ['pt-PT', 'pt-BR'])).toBe('pt-PT');
  });

  test('signs that one does not read are not close', () => {
    expect(closestLanguage('zh-Hant', ['zh-Hans'])).toBeNull();
    expect(closestLanguage('sr-Latn', ['sr'])).toBeNull();
    expect(closestLanguage('not a tag', ['en'])).toBeNull();
  });
});
