import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { playCommittee } from '#tests/support/committee.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { press } from '#tests/support/keyboard.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

describe('committees', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  beforeAll(async () => {
    test = await openTestHouse({ time: systemClock });
    const desk: Desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    doors = await openDoors(test.house);
    browser = await launchChromium();
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    await playCommittee(desk, waveId, [
      { name: 'Ann Ek', account: 'Meridian', personaId: 'end_user', says: 9 },
      { name: 'Dan Lind', account: 'Meridian', personaId: 'buyer', says: 4 },
      { name: 'Eve Moe', account: 'Halvorsen', personaId: 'end_user', says: 8 },
      { name: 'Fay Nord', account: 'Halvorsen', personaId: 'buyer', says: null },
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });

  async function visit(path: string, options: BrowserContextOptions = {}, watch = {}) {
    const opened = await openWatchedContext(browser, { baseURL: doors.origin, ...options }, watch);
    await opened.context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await opened.context.newPage();
    await page.goto(path);
    return { ...opened, page };
  }

  it('are opened from the menu and read by keys alone: pattern, gap, and the trunk', async () => {
    const { page, faults, context } = await visit('/overview', {}, { byKeyboard: true });
    await press(
      page,
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Committees' }),
    );
    await press(page, page.getByRole('link', { name: 'Meridian' }));
    await page.getByRole('heading', { level: 1, name: 'Meridian' }).waitFor();
    const pattern = page.getByRole('list', { name: 'Pattern' });
    expect(await pattern.getByRole('listitem').allTextContents()).toEqual([
      'End-user happy',
      'Influencer: empty seat',
      'Buyer critical',
    ]);
    await page.getByRole('img', { name: 'Buyer: 4; End-user: 9; 5 points apart.' }).waitFor();
    await page.getByText('2 of 3 roles heard. Missing: influencer (empty seat).').waitFor();
    const table = page.locator('summary').first();
    await table.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: /^Answered 4 in/ }).waitFor();
    await press(page, page.getByRole('link', { name: 'Committees' }).last());
    await press(page, page.getByRole('link', { name: 'Halvorsen' }));
    await page.getByRole('heading', { level: 1, name: 'End-users at Halvorsen' }).waitFor();
    await page.getByText('That’s a trunk, not the elephant. Missing: influencer and buyer.').waitFor();
    expect(await page.getByRole('list', { name: 'Pattern' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are sorted, searched and refused in the address, without script', async () => {
    const { page, context } = await visit('/committees', { javaScriptEnabled: false });
    const names = () => page.getByRole('rowheader').allTextContents();
    await page.getByLabel('Order').selectOption('gap');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await names()).toEqual(['Meridian', 'Halvorsen']);
    const [sentence, legend] = await Promise.all(
      ['.how-many-apart', '.shapes'].map((part) => page.locator(part).boundingBox()),
    );
    const gap = legend!.y - (sentence!.y + sentence!.height);
    expect(gap, 'the sentence stands apart from the legend of the list').toBeGreaterThanOrEqual(16);
    await page.goto('/committees?sort=score');
    await page.getByRole('heading', { name: 'By whose answers?' }).waitFor();
    await page.getByRole('link', { name: 'Buyers', exact: true }).click();
    await page.getByRole('columnheader', { name: 'Buyers answered' }).waitFor();
    expect(await page.getByRole('cell', { name: '4 1 buyer, too few for a score' }).count()).toBe(1);
    await context.close();
  });

  it('have a template that keeps what was typed until it can be kept', async () => {
    const { page, context } = await visit('/settings/committee', { javaScriptEnabled: false });
    await page.getByLabel('Buyers').fill('two');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a whole number from 0 to 99.').first().waitFor();
    expect(await page.getByLabel('Buyers').inputValue()).toBe('two');
    await page.getByLabel('Buyers').fill('2');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await page.getByLabel('Buyers').inputValue()).toBe('2');
    await context.close();
  });
});
