import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { colleague } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { press } from '#tests/support/keyboard.ts';
import { name, tag, wordsWave, write } from '#tests/support/themes.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

describe('themes in a browser', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;
  let waveId: string;
  beforeAll(async () => {
    test = await openTestHouse({ time: systemClock });
    desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });
  beforeEach(async () => {
    ({ waveId } = await wordsWave(desk, ['end_user', 'buyer']));
  });

  async function visit(path: string, options: BrowserContextOptions = {}, watch = {}) {
    const opened = await openWatchedContext(browser, { baseURL: doors.origin, ...options }, watch);
    await opened.context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await opened.context.newPage();
    await page.goto(path);
    return { ...opened, page };
  }
  const tagging = (personaId = 'buyer') =>
    `/answers/tag?${new URLSearchParams({ wave: toSlug('wave', waveId), persona: personaId })}`;

  it('are tagged by keys alone, a new one as its name is typed', async () => {
    await write(desk, waveId, 'buyer', ['The oldest', 'The middle', 'The newest']);
    const { page, faults, context } = await visit(tagging(), {}, { byKeyboard: true });
    await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith('__reactContainer')));
    for (const key of ['j', 'x', 'j', 'j', 'x', 't']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('theme');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Terms by keys');
    await page.keyboard.press('Enter');
    await page.getByText('Tagged 2 comments.').waitFor();
    expect(await page.locator('.tag').allTextContents()).toEqual([
      expect.stringContaining('Terms by keys'),
      expect.stringContaining('Terms by keys'),
    ]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are suggested with the words that matched, and confirmed without script', async () => {
    await write(desk, waveId, 'buyer', ['The invoice came late', 'All well', 'Fine', 'Good']);
    await name(desk, 'Invoice');
    const { page, context } = await visit(tagging(), { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Suggest themes' }).click();
    await page.getByText('Suggested 1. None counts until you confirm it.').waitFor();
    await page.getByText('It says invoice.').waitFor();
    await page.getByRole('button', { name: /^Yes/ }).click();
    await page.getByText('Confirmed: it counts.').waitFor();
    await page.goto(`/results/${toSlug('wave', waveId)}/themes?persona=buyer`);
    await page
      .getByRole('row', { name: /Invoice/ })
      .getByText('1 of 4')
      .waitFor();
    await page
      .getByRole('row', { name: /Invoice/ })
      .getByText('Not heard')
      .waitFor();
    await context.close();
  });

  it('leave the one buyer on the first screen beside many end-users', async () => {
    const many = Array.from(
      { length: 12 },
      (_, at) => `Slow on day ${at}, and on the days before it as well`,
    );
    await write(desk, waveId, 'end_user', many);
    await write(desk, waveId, 'buyer', ['My teams say that it is slow']);
    const themeId = await name(desk, 'Speed');
    await tag(desk, { waveId, personaId: 'end_user' }, themeId, 'Slow');
    await tag(desk, { waveId, personaId: 'buyer' }, themeId, 'slow');
    const path = `/results/${toSlug('wave', waveId)}/themes/${toSlug('theme', themeId)}`;
    const { page, context } = await visit(path, { viewport: { width: 1280, height: 800 } });
    const quote = await page.getByText('My teams say that it is slow').boundingBox();
    expect(quote && quote.y + quote.height).toBeLessThan(800);
    await page.getByText('12 of 12 end-users').waitFor();
    await page.getByText('1 of 1 buyer').waitFor();
    await context.close();
  });

  it('have no top overall', async () => {
    await write(desk, waveId, 'buyer', ['All well']);
    await name(desk, 'Pace');
    const { page, context } = await visit(`/results/${toSlug('wave', waveId)}/themes?sort=overall`);
    await page.getByRole('heading', { name: 'There are no top themes overall.' }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await press(page, page.getByRole('link', { name: 'Buyers' }).first());
    await page.getByRole('table').waitFor();
    await context.close();
  });

  it('wait for a decision, which is begun with one press', async () => {
    const own = await wordsWave(desk, ['buyer']);
    await write(desk, own.waveId, 'buyer', ['Price 1', 'Price 2', 'Price 3', 'Price 4', 'Price 5']);
    const themeId = await name(desk, 'Price list');
    await tag(desk, { waveId: own.waveId, personaId: 'buyer' }, themeId, 'Price');
    const programme = toSlug('programme', own.programmeId);
    const { page, context } = await visit(`/programmes/${programme}/decisions`);
    await page.getByText('5 of 5 buyers').waitFor();
    await press(page, page.getByRole('link', { name: /^Begin a decision/ }));
    await page.getByLabel('Price list').waitFor();
    // The form stood there before the press, with nothing ticked.
    await expect.poll(() => page.getByLabel('Price list').isChecked()).toBe(true);
    expect(await page.getByLabel('Buyers').isChecked()).toBe(true);
    await page.getByLabel('What', { exact: true }).fill('One page for the price');
    await press(page, page.getByRole('button', { name: 'Keep it' }));
    await page.getByText('No theme waits.').waitFor();
    await context.close();
  });

  it('are nothing that an executive tags', async () => {
    await colleague(desk, 'Vera Executive', 'executive');
    await write(desk, waveId, 'buyer', ['The price']);
    const opened = await openWatchedContext(browser, { baseURL: doors.origin });
    await opened.context.addCookies([await signedInCookie(test.house, 'executive')]);
    const page = await opened.context.newPage();
    expect((await page.goto(tagging()))?.status()).toBe(403);
    await page.goto(`/results/${toSlug('wave', waveId)}/buyer`);
    expect(await page.getByRole('link', { name: 'Tag comments' }).count()).toBe(0);
    await opened.context.close();
  });

  it.each(['/answers', '/results'])(
    'are looked for in words of %s, which says so and lets one type on',
    async (at) => {
      await write(desk, waveId, 'buyer', ['The late invoice', 'The price']);
      const wave = toSlug('wave', waveId);
      const { page, faults, context } = await visit(
        at === '/answers' ? `/answers?wave=${wave}&persona=buyer` : `/results/${wave}/buyer`,
      );
      const form = page.getByRole('search').filter({ has: page.getByLabel('Words') });
      const words = form.getByLabel('Words');
      let letGo = () => {};
      const held = new Promise<void>((done) => {
        letGo = done;
      });
      await page.route(/[?&]q=late/, async (route) => {
        await held;
        await route.continue();
      });
      await words.fill('late');
      await words.press('Enter');
      await form.getByText('Searching…').waitFor();
      expect(await form.getAttribute('aria-busy')).toBe('true');
      expect(await form.getByRole('button', { name: 'Show' }).isEnabled()).toBe(true);
      await words.fill('late invoices');
      letGo();
      await page.waitForURL((url) => url.searchParams.get('q') === 'late');
      await expect.poll(() => form.getByRole('status').textContent()).toBe('');
      expect(await form.getAttribute('aria-busy')).toBeNull();
      expect(await page.locator('.verbatims > li').count()).toBe(1);
      expect(await words.inputValue(), 'what was typed meanwhile').toBe('late invoices');
      await form.getByRole('link', { name: 'Clear' }).click();
      await page.waitForURL((url) => !url.searchParams.has('q'));
      await expect.poll(() => words.inputValue()).toBe('');
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});
