import { describe, expect, test } from 'vitest';
import { CATALOGUES, type WrittenLanguage } from './catalogues.ts';
import { en } from './en.ts';
import { type MessageId, readMessage } from './speech.ts';
import { foreignTo, wordsIn } from './words.ts';

const LANGUAGES = Object.keys(CATALOGUES) as WrittenLanguage[];
const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const IDS = Object.keys(en) as MessageId[];

type Element = ReturnType<ReturnType<typeof readMessage>['getAst']>[number];

/** What a message asks for: the names it fills in, and its tags. */
function slotsOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element): string[] => {
    if (!('value' in element) || element.type === 0) return [];
    if ('children' in element) return [`<${element.value}>`, ...slotsOf(element.children)];
    if ('options' in element)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => slotsOf(value))];
    return [element.value];
  });
}

/** How somebody is greeted is each language's own: by the first name, or by the whole. */
const GREETED_BY = new Set(['first', 'name']);

function slots(message: string, language: string): string[] {
  return [...new Set(slotsOf(readMessage(message, language).getAst()))].sort();
}

function slotsIn(id: MessageId, message: string, language: string): string[] {
  const asked = slots(message, language);
  return id === 'letter.greeting' ? asked.filter((name) => !GREETED_BY.has(name)) : asked;
}

/** For each count: the plural forms that its choices must have, nested ones too. */
function pluralsOf(elements: readonly Element[]): string[][] {
  return elements.flatMap((element): string[][] => {
    if (!('options' in element)) return [];
    const nested = Object.values(element.options).flatMap(({ value }) => pluralsOf(value));
    return [Object.keys(element.options), ...nested];
  });
}

describe.each(OTHERS)('%s', (language) => {
  const catalogue = CATALOGUES[language];

  test('says everything that English says, and nothing else', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...IDS].sort());
  });

  test('asks for the slots and tags that English asks for', () => {
    for (const id of IDS)
      expect([id, ...slotsIn(id, catalogue[id], language)]).toEqual([id, ...slotsIn(id, en[id], 'en')]);
  });

  test('counts with every plural form that the language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // A millionth of something is no count of ours: French and its neighbours have `many` for millions alone.
    const needed = forms.filter((form) => form !== 'many' || !['fr', 'es', 'it', 'pt'].includes(language));
    for (const id of IDS) {
      for (const chosen of pluralsOf(readMessage(catalogue[id], language).getAst())) {
        const exact = chosen.filter((form) => form.startsWith('='));
        const isByForm = chosen.length > exact.length + 1;
        if (isByForm && exact.length === 0) expect([id, chosen.sort()]).toEqual([id, [...needed].sort()]);
        if (isByForm) expect(chosen).toContain('other');
      }
    }
  });
});

test.each(LANGUAGES)('%s: no straight quotes, no signs of HTML, no space at either end', (language) => {
  for (const [id, message] of Object.entries(CATALOGUES[language])) {
    expect([id, message.trim()]).toEqual([id, message]);
    expect([id, message.replaceAll(/<\/?b>/g, '')]).toEqual([id, expect.not.stringMatching(/['"<>&]/)]);
  }
});

describe('a count is said in the form that it needs', () => {
  const most = (language: string, count: number) => wordsIn(language).say('fault.too_many', { count });

  test('in Polish', () => {
    const places = (count: number) => wordsIn('pl').say('fault.decimals', { count });
    expect([0, 1, 2, 5].map(places)).toEqual([
      'Należy wpisać liczbę całkowitą.',
      'Należy wpisać najwyżej 1 miejsce po przecinku.',
      'Należy wpisać najwyżej 2 miejsca po przecinku.',
      'Należy wpisać najwyżej 5 miejsc po przecinku.',
    ]);
    const letters = (most: number) => wordsIn('pl').say('fault.long', { most });
    expect([0, 1, 2, 3, 11, 22].map(letters)).toEqual([
      'Tekst może mieć najwyżej 0 znaków.',
      'Tekst może mieć najwyżej 1 znak.',
      'Tekst może mieć najwyżej 2 znaki.',
      'Tekst może mieć najwyżej 3 znaki.',
      'Tekst może mieć najwyżej 11 znaków.',
      'Tekst może mieć najwyżej 22 znaki.',
    ]);
  });

  test('in Arabic, with the digits that stand on the scales', () => {
    expect([0, 1, 2, 3, 11, 100].map((count) => most('ar', count))).toEqual([
      'يرجى اختيار 0 إجابة على الأكثر.',
      'يرجى اختيار إجابة واحدة على الأكثر.',
      'يرجى اختيار إجابتين على الأكثر.',
      'يرجى اختيار 3 إجابات على الأكثر.',
      'يرجى اختيار 11 إجابة على الأكثر.',
      'يرجى اختيار 100 إجابة على الأكثر.',
    ]);
  });

  test('in Hebrew and in English', () => {
    expect([1, 2, 3, 11].map((count) => most('he', count))).toEqual([
      'נא לבחור לכל היותר תשובה אחת.',
      'נא לבחור לכל היותר שתי תשובות.',
      'נא לבחור לכל היותר 3 תשובות.',
      'נא לבחור לכל היותר 11 תשובות.',
    ]);
    expect([1, 2].map((count) => most('en', count))).toEqual([
      'Choose at most 1 answer.',
      'Choose at most 2 answers.',
    ]);
  });
});

describe('which words', () => {
  test.each([
    ['de-CH', 'de'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'en'],
    ['pt-BR', 'pt'],
    ['iw', 'he'],
    ['fi', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
  ])('for %s those in %s', (asked, language) => {
    expect(wordsIn(asked).language).toBe(language);
  });

  test('from right to left for Arabic and Hebrew alone', () => {
    expect(LANGUAGES.filter((language) => wordsIn(language).direction === 'rtl').sort()).toEqual([
      'ar',
      'he',
    ]);
  });

  test('English on the page of another language is marked as English', () => {
    expect(foreignTo('fa')?.text).toBe(' lang="en" dir="ltr"');
    expect(foreignTo('de-AT')).toBeNull();
    expect(foreignTo('en-US')).toBeNull();
  });
});

describe('what is filled in', () => {
  test('is escaped, keeps its own direction, and stands inside the bold', () => {
    const names = { name: 'דנה', persona: '<b>Buyer', account: 'A & B' };
    expect(wordsIn('en').rich('page.as', names).text).toBe(
      '<bdi>דנה</bdi>, you are answering as <b><bdi>&lt;b&gt;Buyer</bdi></b> at <b><bdi>A &amp; B</bdi></b>.',
    );
  });

  test('may look like a message and is none', () => {
    expect(wordsIn('en').say('page.asks', { workspace: "{x} '{' <b>" })).toBe("{x} '{' <b> asks");
  });

  test('days and moments are written out in the language', () => {
    const days = LANGUAGES.map((language) => [language, wordsIn(language).day('2027-02-26')]);
    expect(Object.fromEntries(days)).toEqual({
      en: '26 February 2027',
      de: '26. Februar 2027',
      fr: '26 février 2027',
      es: '26 de febrero de 2027',
      pt: '26 de fevereiro de 2027',
      it: '26 febbraio 2027',
      nl: '26 februari 2027',
      pl: '26 lutego 2027',
      ja: '2027年2月26日',
      'zh-Hans': '2027年2月26日',
      ar: '26 فبراير 2027',
      he: '26 בפברואר 2027',
    });
    expect(wordsIn('de').moment(Date.UTC(2027, 1, 26, 14, 5))).toBe('26. Februar 2027 um 14:05 UTC');
    expect(wordsIn('de').day('soon')).toBe('soon');
  });

  test('bounds are digits that can be typed back', () => {
    expect(wordsIn('en').say('fault.number_least', { least: 1000000 })).toBe(
      'Write a number of at least 1000000.',
    );
    expect(wordsIn('de').say('fault.number_most', { most: 0.25 })).toBe('Die Zahl darf höchstens 0,25 sein.');
    expect(wordsIn('ar').say('fault.score', { low: 0, high: 10 })).toBe('يرجى اختيار رقم من 0 إلى 10.');
  });
});
