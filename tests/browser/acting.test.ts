import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followRules } from '#app/followup/rule/follow-rules.server.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { ask } from '#tests/support/answering.ts';
import { anotherDesk, COMPLETE, type Desk, draftWave } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { makeRule } from '#tests/support/following.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openWatchedContext, type WatchedContext } from '#tests/support/watched-context.ts';

/** From a detractor's answer to the next wave, by a mouse: acted on and told, or not. */
describe('acting on an answer', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;
  let first: Awaited<ReturnType<typeof draftWave>>;
  let next: string;
  let watched: WatchedContext;

  beforeAll(async () => {
    test = await openTestHouse();
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });

  beforeEach(async () => {
    desk = await anotherDesk(test.house, 'Northwind Metrics');
    first = await draftWave(desk, ['buyer']);
    const { programmeId, lanes } = first;
    const promiseOn = new Date(test.clock.now() + 10 * DAY).toISOString().slice(0, 10);
    const purpose = { ...COMPLETE, promiseOn, programmeId, personaId: 'buyer', actor: desk.memberId };
    await savePurpose(test.house, desk.workspace, purpose);
    await makeRule(desk, programmeId, { what: 'Call back whoever is unhappy' });
    const seat = { name: 'Dana Reyes', account: 'Lumen Rail', personaIds: ['buyer'] };
    await answerAsDetractor(await ask(desk, first.waveId, seat));
    await followRules(test.house);
    const june = { programmeId, name: 'June', lanes, actor: desk.memberId };
    const made = await createWave(test.house, desk.workspace, june);
    if (made.kind !== 'created') throw new Error(made.kind);
    next = `/sends/${toSlug('wave', made.id)}`;
  });

  async function answerAsDetractor(token: string): Promise<void> {
    const { context, faults } = await openWatchedContext(browser, { baseURL: doors.origin });
    const page = await context.newPage();
    await page.goto(`/r/${token}`);
    await page.getByRole('radio', { name: /^2/ }).check({ force: true });
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await page
      .getByText(/received/i)
      .first()
      .waitFor();
    await context.close();
    expect(faults).toEqual([]);
  }

  async function signedIn(): Promise<Page> {
    watched = await openWatchedContext(browser, { baseURL: doors.origin });
    const admin = { id: desk.memberId, permission: 'admin' as const };
    const line = await startSession(test.house, test.house.db, desk.workspace, admin);
    const [name, value] = line.split(';')[0]!.split('=') as [string, string];
    await watched.context.addCookies([{ name, value, url: doors.origin }]);
    return watched.context.newPage();
  }

  async function trySending(page: Page): Promise<void> {
    await page.goto(next);
    await page.getByRole('heading', { name: 'Answer back before you ask again' }).waitFor();
    await page.getByRole('button', { name: /^Send to 1 person/ }).click();
    await page.getByRole('heading', { name: 'Nothing was sent' }).waitFor();
  }

  it('is handled, told, and the next wave goes', async () => {
    let page = await signedIn();
    await page.goto('/follow-ups');
    await page.getByRole('link', { name: 'Call back whoever is unhappy' }).click();
    await page.getByText('Dana Reyes').first().waitFor();
    await page.getByLabel('What came of it').fill('The invoice is right now.');
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('The invoice is right now.').first().waitFor();
    await watched.context.close();

    test.clock.advance(40 * DAY);
    page = await signedIn();
    await trySending(page);
    await page.getByRole('link', { name: 'Tell buyers what came of it' }).click();
    await page.getByLabel('What we heard from buyers').fill('The invoice was wrong.');
    await page.getByLabel('What we will do').fill('It is right from June on.');
    await page.getByRole('button', { name: 'Save, and look at it below' }).click();
    await page.frameLocator('.mail-frame').getByText('It is right from June on.').waitFor();
    await page.getByRole('button', { name: 'Send it to 1 buyer' }).click();
    await page.getByText('Everybody who answered has been told.').waitFor();

    await page.goto(next);
    await page.getByRole('button', { name: /^Send to 1 person/ }).click();
    await page.getByText('Answers come in until it is closed.').waitFor();
    await watched.context.close();
    expect(watched.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  });

  it('nothing is done: the wave is refused, until the programme is shut and says so', async () => {
    test.clock.advance(40 * DAY);
    const page = await signedIn();
    await trySending(page);
    await page.getByRole('link', { name: 'Shut the programme' }).click();
    await page.getByLabel('Reason').fill('Nobody had the time to act on it');
    await page.getByRole('button', { name: 'Shut it for good' }).click();
    await page.getByText('Shut', { exact: true }).waitFor();
    await page.goto(`/sends/${toSlug('wave', first.waveId)}/told/buyer`);
    await page.getByText('Everybody who answered has been told.').waitFor();
    await watched.context.close();
    expect(watched.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  });
});
