import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { releaseAll } from '#tests/support/release.ts';
import { askAgain, type Buyer } from '#tests/support/same-people.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

/** Eighteen buyers at as many accounts; four in the east, of whom half answered. */
const EIGHTEEN: Buyer[] = Array.from({ length: 18 }, (_, at) => ({
  name: `Buyer ${at}`,
  account: `Firm ${at}`,
  renewalOn: `2027-0${1 + (at % 9)}-15`,
  scores: [at < 16 ? (at % 2 ? 9 : 5) : null],
}));
const NAMES = { attributed: 'Buyer', confidential: 'Confider' } as const;
const regionOf = (at: number) => (at < 7 ? 'North' : at < 14 ? 'South' : 'East');

describe('the persona view', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;
  beforeAll(async () => {
    test = await openTestHouse({ time: systemClock });
    desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    const actor = desk.memberId;
    await createAttribute(test.house, desk.workspace, { about: 'account', name: 'Region', actor });
    for (const [at, { account }] of EIGHTEEN.entries())
      await saveAccount(test.house, desk.workspace, {
        name: account,
        attributes: { Region: regionOf(at) },
        actor,
      });
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });

  async function visit(confidentiality: 'attributed' | 'confidential', javaScriptEnabled = true) {
    // Nobody is asked twice so soon: each promise has people of its own, at the same accounts.
    const people = EIGHTEEN.map((one, at) => ({ ...one, name: `${NAMES[confidentiality]} ${at}` }));
    const [waveId] = await askAgain(desk, people, { pass: () => {}, confidentiality });
    await releaseAll(test.house);
    const opened = await openWatchedContext(browser, { baseURL: doors.origin, javaScriptEnabled });
    await opened.context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await opened.context.newPage();
    await page.goto(`/results/${toSlug('wave', waveId!)}/buyer`);
    return { ...opened, page, section: (name: string | RegExp) => page.getByRole('region', { name }) };
  }

  it('breaks one persona down by a way in the address, and names the silent by their renewal', async () => {
    const { page, section, faults, context } = await visit('attributed');
    const silent = section('Who kept silent');
    expect((await silent.getByRole('row').allTextContents()).slice(1)).toEqual([
      'Firm 1615 August 2027Buyer 16',
      'Firm 1715 September 2027Buyer 17',
    ]);
    await section('Break buyers down').getByRole('link', { name: 'Region' }).click();
    const groups = section('Buyers by Region');
    await groups.waitFor();
    expect(new URL(page.url()).searchParams.get('by')).toMatch(/^att_/);
    const rows = await groups.getByRole('rowheader').allTextContents();
    expect(rows).toEqual(['East', 'North', 'South']);
    expect(await groups.textContent()).toContain('2 of 4 heard');
    expect(await section('How sure are we').textContent()).toContain('silent');
    expect(await page.textContent('main')).not.toMatch(/significan/i);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('decides once, without a script, how answers in confidence are broken down', async () => {
    const { page, section, faults, context } = await visit('confidential', false);
    expect(await section('Who kept silent').textContent()).toContain('nobody is named');
    expect(await page.textContent('main')).not.toMatch(/Confider \d|Firm \d/);
    await section('Break buyers down').getByLabel('Break down by').selectOption({ label: 'Region' });
    await section('Break buyers down').getByRole('button', { name: 'Decide, for good' }).click();
    const groups = section('Buyers by Region');
    expect(await groups.getByRole('rowheader').allTextContents()).toEqual(['East', 'North', 'South']);
    expect(await groups.textContent()).toContain('withheld');
    expect(await page.getByRole('button', { name: 'Decide, for good' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});
