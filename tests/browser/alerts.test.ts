import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { alerts, makeAlertRule, raiseBy } from '#tests/support/alerting.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { followUps } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { press } from '#tests/support/keyboard.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

describe('alerts and their rules', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;
  let programmeId: string;
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
    ({ programmeId } = await draftWave(desk, ['buyer', 'end_user']));
  });

  async function visit(path: string, options: BrowserContextOptions = {}, watch = {}) {
    const opened = await openWatchedContext(browser, { baseURL: doors.origin, ...options }, watch);
    await opened.context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await opened.context.newPage();
    await page.goto(path);
    return { ...opened, page };
  }
  const rulesPath = () => `/programmes/${toSlug('programme', programmeId)}/alerts`;

  it('makes, switches and deletes rules without script, and loses nothing that was typed', async () => {
    const { page, context } = await visit(rulesPath(), { javaScriptEnabled: false });
    await page.getByText('No rule yet').waitFor();
    await page.getByLabel('Persona', { exact: true }).selectOption('buyer');
    await page.getByLabel('The score fell from one closed wave to the next').check();
    await page.getByLabel('Name').fill('Buyers turn away');
    await page.locator('input[name=members]').first().check();
    await page.getByRole('button', { name: 'Make the rule', exact: true }).click();
    await page.getByText('Write a whole number.').first().waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Buyers turn away');
    expect(await page.locator('input[name=members]').first().isChecked()).toBe(true);
    await page.getByLabel('Points', { exact: true }).fill('20');
    await page.getByRole('button', { name: 'Make the rule', exact: true }).click();
    await page.getByText('Made: it holds for what comes from now on.').waitFor();
    await page.getByRole('button', { name: /^Switch off ?: Buyers turn away, Buyer$/ }).click();
    await page.getByText('Switched off.').waitFor();
    await page.getByRole('button', { name: /^Delete ?: Buyers turn away/ }).click();
    await page.getByText('Deleted.').waitFor();
    await page.getByText('No rule yet').waitFor();
    await context.close();
  });

  it('makes one rule for each persona where any may fall, by keys', async () => {
    const { page, faults, context } = await visit(rulesPath(), {}, { byKeyboard: true });
    await press(page, page.getByRole('button', { name: 'Make a rule for each persona' }));
    await page.getByText('Made, one rule for each persona').waitFor();
    for (const name of ['Buyers fall by 20 points', 'End-users fall by 20 points'])
      expect(await page.getByRole('listitem').filter({ hasText: name }).count()).toBe(1);
    expect(faults).toEqual([]);
    await press(page, page.getByRole('button', { name: 'Make a rule for each persona' }));
    await page.getByText('has such a rule already').first().waitFor();
    await context.close();
  });

  it('lists what nobody has seen first, marks it seen, and leads to a follow-up about it', async () => {
    const ruleId = await makeAlertRule(desk, programmeId, { name: 'A buyer left' });
    const [roleId] = await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const role = await desk.house.db
      .selectFrom('role_assignment')
      .select(['person_id as personId', 'account_id as accountId'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', roleId!)
      .executeTakeFirstOrThrow();
    const what = 'Buyers: somebody said that they have left the account.';
    await raiseBy(desk, { programmeId, ruleId }, { ...role, what });
    const { page, context } = await visit('/follow-ups', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Alerts: 1 not seen' }).click();
    const unseen = page.locator('#unseen').locator('xpath=ancestor-or-self::section[1]');
    await unseen.getByRole('link', { name: 'Henrik Aalto' }).waitFor();
    await page.getByRole('button', { name: /^Mark as seen/ }).click();
    await page.getByText('Marked one alert as seen.').waitFor();
    await page.getByText('Nothing new: every alert was seen.').waitFor();
    expect((await alerts(desk))[0]!.seen_by).not.toBeNull();
    await page.getByRole('link', { name: /^Open a follow-up about it/ }).click();
    await page.getByText('About Henrik Aalto at Meridian Foods.').waitFor();
    expect(await page.getByLabel('Persona').inputValue()).toBe('buyer');
    await page.getByLabel('What is to be done').fill('Find out who follows');
    await page.getByLabel('Due on').fill('2031-01-15');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Find out who follows' }).waitFor();
    expect((await followUps(desk)).at(-1)).toMatchObject({ persona_id: 'buyer', person_id: role.personId });
    await context.close();
  });

  it('fits a phone', async () => {
    const { page, context } = await visit(rulesPath(), { viewport: { width: 375, height: 800 } });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await page.goto('/follow-ups/alerts');
    expect(await overflow()).toBe(0);
    await context.close();
  });
});
