import { describe, expect, it } from 'vitest';
import { directionOf, isRightToLeft, languageName, OFFERED, readTag } from './language.ts';

describe('a language tag', () => {
  it.each([
    ['de', 'de'],
    [' PT-br ', 'pt-BR'],
    ['zh_hant', 'zh-Hant'],
    ['iw', 'he'],
    ['ar-u-nu-latn', 'ar'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(readTag(typed)).toBe(kept);
  });

  it.each(['', 'german', 'x-private', 'und', 'de--AT', '<b>', 'd', '-', `de-${'abcdefgh-'.repeat(5)}x`])(
    '“%s” is none',
    (typed) => {
      expect(readTag(typed)).toBeNull();
    },
  );

  it('is told by its own name and by ours', () => {
    expect(languageName('de')).toBe('Deutsch');
    expect(languageName('de', 'en')).toBe('German');
    expect(languageName('pt-BR', 'en')).toBe('Brazilian Portuguese');
    expect(languageName('not a tag')).toBe('not a tag');
  });
});

describe('the direction of a language', () => {
  it.each([
    'ar',
    'he',
    'fa',
    'ur',
    'ps',
    'dv',
    'yi',
    'ckb',
    'sd',
    'ug',
    'az-Arab',
    'pa-PK',
    'iw',
    'ku-IQ',
    'ff-Adlm',
  ])('%s reads from the right', (tag) => {
    expect(isRightToLeft(tag)).toBe(true);
    expect(directionOf(tag)).toBe('rtl');
  });

  it.each(['en', 'de', 'ja', 'zh-Hans', 'tr', 'az', 'pa', 'ku', 'uz', 'ar-Latn', 'nonsense tag', ''])(
    '%s reads from the left',
    (tag) => {
      expect(isRightToLeft(tag)).toBe(false);
    },
  );

  it('agrees with the engine for every language that is offered', () => {
    type Told = Intl.Locale & { getTextInfo(): { direction: string } };
    for (const tag of OFFERED)
      expect([tag, directionOf(tag)]).toEqual([tag, (new Intl.Locale(tag) as Told).getTextInfo().direction]);
  });
});
