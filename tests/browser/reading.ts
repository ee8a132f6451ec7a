import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The screens that an executive reads on: a small laptop and a phone. */
export const SCREENS = { laptop: { width: 1280, height: 800 }, phone: { width: 375, height: 812 } } as const;
export const SCHEMES = ['light', 'dark'] as const;

export interface Reading {
  question: string;
  answer: string;
  /** Pixels of the answer's last line below the top of the screen. */
  bottom: number;
  /** Pixels of text, which is what one reads across a table by. */
  size: number;
}

/** What the page answers before anybody scrolls, in the order of reading. */
export function readAnswers(page: Page): Promise<Reading[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.glance dl > div')].map((place) => ({
      question: place.querySelector('dt')?.innerText ?? '',
      answer: [...place.querySelectorAll('dd')].map(({ innerText }) => innerText).join('\n'),
      bottom: place.getBoundingClientRect().bottom + scrollY,
      size: Number.parseFloat(getComputedStyle(place.querySelector('dd')!).fontSize),
    })),
  );
}

/** The lanes by what they say of themselves, to hold the answers against. */
export function readLanes(
  page: Page,
): Promise<{ name: string; change: string; done: string; all: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.lane')].map((lane) => ({
      name: lane.querySelector('h3')!.innerText.trim(),
      change: lane.querySelector<HTMLElement>('.change b')?.innerText ?? '',
      done: lane.querySelector<HTMLElement>('.done')?.innerText ?? '',
      all: lane.innerText,
    })),
  );
}

/** The five questions as the page asks them. */
export const QUESTIONS = [
  'Which persona fell?',
  'Is it real?',
  'Who is silent?',
  'What was promised?',
  'What was done?',
];

/** Holds the five answers to one look: all on the first screen, and large enough to read. */
export async function expectOneLook(page: Page, height: number): Promise<void> {
  const read = await readAnswers(page);
  expect(read.map(({ question }) => question)).toEqual(QUESTIONS);
  for (const { question, bottom, size } of read) {
    expect(bottom, `${question} ends on the first screen`).toBeLessThanOrEqual(height);
    expect(size, `${question} is large enough`).toBeGreaterThanOrEqual(14);
  }
}

/** Writes the first screen with each answer framed, and every answer by itself. */
export async function takePictures(page: Page, folder: string, look: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const places = await page.locator('.glance dl > div').all();
  for (const [at, place] of places.entries())
    await place.screenshot({ path: join(folder, `${look}-answer-${at + 1}.png`) });
  for (const place of places)
    await place.evaluate((element) => {
      element.style.outline = '2px dashed currentColor';
      element.style.outlineOffset = '1px';
    });
  await page.screenshot({ path: join(folder, `${look}.png`) });
  for (const place of places) await place.evaluate((element) => element.removeAttribute('style'));
}
