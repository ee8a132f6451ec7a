import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Gallery, openGallery } from './gallery.ts';
import { PAGES } from './pages.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 300_000);
afterAll(() => gallery.close());

const letter = PAGES.find(({ name }) => name === 'letter')!;

test('a letter in the mailbox looks as it was sent, and its links open beside it without a trace of it', async () => {
  const { page, takeDown } = await gallery.hang(letter);
  const link = page.frameLocator('iframe.mail-frame').getByRole('link').first();
  const address = await link.getAttribute('href');
  // Nobody is at this address of the example; where the window came from is all that is asked.
  await page.context().route(address!, (route) => route.fulfill({ contentType: 'text/html', body: 'There' }));
  const [opened, asked] = await Promise.all([
    page.waitForEvent('popup'),
    page.context().waitForEvent('request', (request) => request.url() === address),
    link.click(),
  ]);
  await opened.getByText('There').waitFor();
  expect(asked.headers().referer).toBeUndefined();
  expect(await opened.evaluate(() => window.opener)).toBeNull();
  await page.bringToFront();
  expect(page.url()).toMatch(/\/mailbox\/[^/]+$/);
  await takeDown();
});
