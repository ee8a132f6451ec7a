import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, seat } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { pick, press } from '#tests/support/keyboard.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

describe('people without a role', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;

  beforeAll(async () => {
    test = await openTestHouse();
    const desk: Desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    for (const [title, people] of [
      ['Night planner', 3],
      ['Head of procurement', 2],
      ['Purchasing director', 1],
    ] as const)
      for (let made = 0; made < people; made += 1) await seat(desk, { name: `${title} ${made}`, title });
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });

  it('are given theirs one after the other without losing the place', async () => {
    const options = { baseURL: doors.origin };
    const { context, faults } = await openWatchedContext(browser, options, { byKeyboard: true });
    await context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await context.newPage();
    await page.goto('/people/unplaced');
    await press(page, page.getByRole('link', { name: 'One by one Night planner' }));
    const whatIs = (name: string) => page.getByLabel(`${name} is`, { exact: true });
    for (const [at, next] of [
      [0, whatIs('Night planner 1')],
      [1, whatIs('Night planner 2')],
      // The last of a title: on to the next title. The list has the most people first, so that is the single director.
      [2, page.getByRole('button', { name: 'Confirm as Buyer', exact: true })],
    ] as const) {
      const name = `Night planner ${at}`;
      await pick(page, whatIs(name), 'End-user');
      await press(page, page.getByRole('button', { name: `Confirm ${name}`, exact: true }));
      await whatIs(name).waitFor({ state: 'detached' });
      await isReached(page, next);
    }
    await page.keyboard.press('Enter');
    await page.getByText('Role missing: 2 people').waitFor();
    // The last line of the list: back to the one before it.
    await isReached(page, page.getByRole('button', { name: 'Confirm 2 as Buyer', exact: true }));
    await page.keyboard.press('Enter');
    await isReached(page, page.getByRole('heading', { name: 'Everybody has a role' }));
    await context.close();
    expect(faults).toEqual([]);
  });
});

async function isReached(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  await expect.poll(isFocused, { timeout: 5000, message: `${target} has the focus` }).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
}
