import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Gallery, openGallery } from './gallery.ts';
import { PAGES } from './pages.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const row = (name: string) => PAGES.find((one) => one.name === name)!;
const field = (page: Page, at: number) => page.locator('textarea').nth(at);
const SAVED = /^Saved$/;

test('what is typed saves by itself, and is there when the page is opened again', async () => {
  const { page, faults, takeDown } = await gallery.hang(row('language-ja'));
  await field(page, 1).fill('お勧めしますか。');
  await page.getByRole('status').filter({ hasText: SAVED }).waitFor();
  await page.reload();
  expect(await field(page, 1).inputValue()).toBe('お勧めしますか。');
  expect(faults()).toEqual([]);
  await takeDown();
});

test('two translators at one place: the second is told, sees both, and writes over it only by choosing so', async () => {
  const [one, other] = [await gallery.hang(row('language-ja')), await gallery.hang(row('language-ja'))];
  await field(one.page, 0).fill('一');
  await one.page.getByRole('status').filter({ hasText: SAVED }).waitFor();
  await field(other.page, 0).fill('二');
  await other.page.getByText('Somebody else wrote at a place where you did').waitFor();
  expect(await other.page.getByText('Theirs: 一').count()).toBe(1);
  expect(await field(other.page, 0).inputValue()).toBe('二');
  await one.page.reload();
  expect(await field(one.page, 0).inputValue()).toBe('一');

  await field(other.page, 2).fill('三');
  await other.page.getByRole('status').filter({ hasText: 'Not everything is saved yet' }).waitFor();
  // Gone once it did its work, so there is no tick to wait for.
  await other.page.getByLabel('Put mine in place of theirs').click();
  await other.page.getByRole('status').filter({ hasText: SAVED }).waitFor();
  await one.page.reload();
  expect(await field(one.page, 0).inputValue()).toBe('二');
  expect(await field(one.page, 2).inputValue()).toBe('三');
  await one.takeDown();
  await other.takeDown();
});

test('without script the button saves, a refused text stays in its field, and nothing else is lost', async () => {
  const { page, takeDown } = await gallery.hang(row('language-ja'));
  // As on a machine where none of our scripts arrives.
  await page.route(/\.js$/, (route) => route.abort());
  await page.reload();
  await field(page, 3).fill('{{account.name}}様');
  await field(page, 4).fill('四');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.getByText('Take out {{account.name}}').count()).toBeGreaterThan(0);
  expect(await field(page, 3).inputValue()).toBe('{{account.name}}様');
  await field(page, 3).fill('三番');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await field(page, 3).inputValue()).toBe('三番');
  expect(await field(page, 4).inputValue()).toBe('四');
  await takeDown();
});

test('what is missing stays in sight while it is written', async () => {
  const { page, takeDown } = await gallery.hang(row('language-de'));
  await page.getByRole('link', { name: 'Missing or changed 4' }).click();
  await page.waitForURL(/show=open/);
  // The address changes a moment before the rows do.
  await expect.poll(() => page.locator('textarea').count()).toBe(4);
  await page.getByLabel('The translation is still right').click();
  await page.getByText('From English. 3 of 6.').waitFor();
  expect(await page.locator('textarea').count()).toBe(4);
  await takeDown();
});

test('a file that comes back is told place by place, and leads to what has to be looked at', async () => {
  const { page, takeDown } = await gallery.hang(row('language-import'));
  const rows = [
    'Place,Original,Translation',
    'q1.wording,How it read once,Neu',
    'intro,x,{{q9}}',
    'q99.wording,Gone,Weg',
  ];
  const file = { name: 'de.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
  await page.getByLabel('The file').setInputFiles(file);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { name: 'Not taken' }).waitFor();
  expect(await page.getByText('q99.wording').count()).toBe(1);
  await page.getByRole('link', { name: 'Question 1', exact: true }).click();
  await page.waitForURL(/\/languages\/de#q1\.wording$/);
  expect(await field(page, 1).inputValue()).toBe('Neu');
  await takeDown();
});
