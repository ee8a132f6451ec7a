import { describe, expect, test } from 'vitest';
import { questionPage } from '#app/answering/respondent-page.ts';
import { CATALOGUES } from '#app/survey/words/catalogues.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { sharedPages, whoPages } from '#tests/support/own-pages.ts';
import { blankDoor, respondentPages, toldBy } from '#tests/support/respondent-pages.ts';

const OTHERS = Object.keys(CATALOGUES).filter((language) => language !== 'en');
const english = pagesIn('en');

function pagesIn(language: string): Record<string, string> {
  return { ...respondentPages(language), ...whoPages(language), ...sharedPages(language) };
}

test('the pages have words to look for', () => {
  for (const [name, page] of Object.entries(english))
    expect([name, toldBy(page).length > 1]).toEqual([name, true]);
  expect(new Set(Object.values(english).flatMap(toldBy)).size).toBeGreaterThan(150);
});

describe.each(OTHERS)('in %s', (language) => {
  const pages = pagesIn(language);

  test('no page says anything in English', () => {
    for (const [name, page] of Object.entries(pages)) {
      const inEnglish = new Set(toldBy(english[name]!));
      expect([name, ...toldBy(page).filter((text) => inEnglish.has(text))]).toEqual([name]);
    }
  });

  test('every page says which language it is in, and which way it is read', () => {
    const { direction } = wordsIn(language);
    for (const page of Object.values(pages))
      expect(page).toContain(`<html lang="${language}" dir="${direction}">`);
  });
});

test.each(['ja', 'zh-Hans', 'ar', 'he'])('in %s hardly a Latin letter is left', (language) => {
  const told = Object.values(pagesIn(language)).flatMap(toldBy);
  const latin = told.flatMap((text) => text.match(/[A-Za-z][A-Za-z@:/]+(?:\.[a-z]+)?/g) ?? []);
  expect([...new Set(latin)].sort()).toEqual(['UTC', 'https://', 'name@example.com']);
});

test('a survey in a language that the product has no words in is asked in both, each marked as what it is', () => {
  const door = blankDoor('fi');
  const [question] = door.questionSet.questions;
  const page = { index: 0, questions: [question!], isLast: false };
  const html = questionPage({ door, page, submitId: 's', given: new Map(), faults: new Map(), tapped: null });
  expect(html).toContain('<html lang="fi" dir="ltr">');
  expect(html).toContain('<header lang="en" dir="ltr">');
  expect(html).toContain('<button name="go" value="on" lang="en" dir="ltr">Go on</button>');
});
