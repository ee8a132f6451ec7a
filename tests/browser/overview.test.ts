import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from './gallery.ts';
import { PAGES } from './pages.ts';

const WIDE = { viewport: { width: 1280, height: 900 } };

describe('the executive’s page', () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery.close());
  const row = (name: string) => PAGES.find((one) => one.name === name)!;

  it.each(['A4', 'Letter'])('prints to one page of %s', async (format) => {
    const { page, takeDown } = await gallery.hang(row('overview-executive'), WIDE);
    const paper = (await page.pdf({ format, printBackground: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await takeDown();
  });

  it('answers in one look which persona moved, whether that is certain, who is silent, what was promised and done', async () => {
    const { page, faults, takeDown } = await gallery.hang(row('overview-executive'), WIDE);
    const glance = page.locator('.facts');
    for (const term of ['Fell', 'Rose', 'Can’t tell', 'Not heard', 'Overdue'])
      expect(await glance.getByText(term, { exact: true }).count()).toBe(1);
    expect(await glance.locator('div', { hasText: 'Not heard' }).innerText()).toContain('Procurement leads');
    const buyers = page.getByRole('region', { name: 'Buyers' });
    expect(await buyers.locator('.change').innerText()).toMatch(/between −\d+ and \+?−?\d+/);
    expect(await buyers.locator('.done').innerText()).toMatch(/Promised[\s\S]*Done[\s\S]*Told: 2 of 10/);
    expect(await page.locator('.no-total').innerText()).toContain('No total');
    expect(faults()).toEqual([]);
    await takeDown();
  });

  it('is shared by a link that somebody outside opens, and ended by hand', async () => {
    const { page, faults, takeDown } = await gallery.hang(row('overview-shares'), WIDE);
    await page.getByLabel('Open for how many days').fill('91');
    await page.getByRole('button', { name: 'Make the link' }).press('Enter');
    expect(await page.getByRole('alert').first().innerText()).toContain('90 days');
    await page.getByLabel('Open for how many days').fill('7');
    await page.getByRole('button', { name: 'Make the link' }).press('Enter');
    const address = await page.locator('.secret').innerText();
    const stranger = await gallery.browser.newContext();
    const outside = await stranger.newPage();
    await outside.goto(address);
    expect(await outside.locator('.lane').count()).toBe(5);
    expect(await outside.locator('body').innerText()).not.toContain('Aarón Vidal');
    await page.getByRole('button', { name: 'End it' }).first().press('Enter');
    await page.getByText('Ended by hand').first().waitFor();
    expect((await outside.goto(address))?.status()).toBe(404);
    await stranger.close();
    expect(faults().filter((said) => !said.includes('422'))).toEqual([]);
    await takeDown();
  });
});
