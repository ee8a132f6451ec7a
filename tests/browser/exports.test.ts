import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { runExports } from '#app/results/export/run-exports.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import type { Desk } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { csvRows } from '#tests/support/exports.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';
import { publishWithWhy } from '#tests/support/with-why.ts';

describe('an export on its page', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;
  let wave: string;
  beforeAll(async () => {
    test = await openTestHouse();
    desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    wave = toSlug('wave', await heardWave(desk, { end_user: [9, 8], buyer: [10] }));
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });

  async function visit(path: string, options: BrowserContextOptions = {}) {
    const opened = await openWatchedContext(browser, { baseURL: doors.origin, ...options });
    await opened.context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await opened.context.newPage();
    await page.goto(path);
    return { ...opened, page };
  }

  it.each([true, false])(
    'is ordered, watched, fetched and deleted, script: %s',
    async (javaScriptEnabled) => {
      const { page, faults, context } = await visit(`/exports?of=${wave}`, { javaScriptEnabled });
      await page.getByLabel('What', { exact: true }).selectOption('rows.csv');
      await page.getByRole('button', { name: 'Order the file' }).click();
      await page.getByText('It is being made.').waitFor();
      await page.getByText('Waits for its turn').waitFor();
      await runExports(desk.house);
      // With script the page looks again by itself.
      if (!javaScriptEnabled) await page.getByRole('link', { name: 'Look again' }).click();
      await page.getByRole('link', { name: /answers\.csv$/ }).waitFor();
      expect(await page.getByText('It is being made.').count()).toBe(0);
      const coming = page.waitForEvent('download');
      await page.getByRole('link', { name: /answers\.csv$/ }).click();
      const rows = csvRows(await readFile(await (await coming).path()));
      expect(rows.map(({ persona }) => persona)).toEqual(['End-user', 'End-user', 'Buyer']);
      await page.getByRole('button', { name: 'Delete' }).first().click();
      await page.getByText('The files were deleted.').waitFor();
      expect(await page.getByRole('link', { name: /answers\.csv$/ }).count()).toBe(0);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it('of a confidential wave is answered with what may be had, and a press orders that', async () => {
    const { waveId } = await publishWithWhy(desk, 'confidential');
    const who = { name: 'Quiet One', personaIds: ['advocate'], account: 'Quiet', email: 'one@quiet.example' };
    await answer(desk.house, await ask(desk, waveId, who), { q1: '3', q2: 'Secret' });
    const { page, context } = await visit(`/exports?of=${toSlug('wave', waveId)}`, {
      javaScriptEnabled: false,
    });
    await page.getByLabel('What', { exact: true }).selectOption('rows.xlsx');
    await page.getByRole('button', { name: 'Order the file' }).click();
    await page.getByRole('heading', { name: /were given in confidence/ }).waitFor();
    await page.getByRole('button', { name: 'Order the figures instead' }).click();
    await page.getByText('It is being made.').waitFor();
    expect(await page.getByText('Figures of each persona: workbook (XLSX)').count()).toBeGreaterThan(0);
    await context.close();
  });
});
