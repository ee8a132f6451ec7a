import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { COMPLETE, type Desk, openProgramme, seat } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { choose, pick, press, write } from '#tests/support/keyboard.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

/** The whole of writing a survey, by somebody who has no mouse: a pack, a branch, two languages, two versions. */
describe('a buyer survey in two languages', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    test = await openTestHouse({ time: systemClock });
    desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    await seat(desk, { name: 'Henrik Aalto', account: 'Lumen Rail', personaIds: ['buyer'] });
    const programmeId = await openProgramme(desk, 'Winter check-in');
    const why = { ...COMPLETE, programmeId, personaId: 'buyer', actor: desk.memberId };
    await savePurpose(test.house, desk.workspace, why);
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });

  it('is built from a pack, branched, translated, previewed, published, changed and compared by keyboard alone', async () => {
    const size = { width: 1440, height: 1000 };
    const opened = await openWatchedContext(
      browser,
      { baseURL: doors.origin, viewport: size },
      { byKeyboard: true },
    );
    await opened.context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await opened.context.newPage();
    await page.goto('/surveys/new');
    await begin(page);
    await branch(page);
    const path = new URL(page.url()).pathname;
    await translate(page);
    await page.goto(path);
    await preview(page, path);
    await page.goto(path);
    await publish(page, 1);
    await page.getByText('Asked when question 1 is at most 6').first().waitFor();
    await page.goto(path);
    await press(page, page.getByRole('link', { name: /^1\. / }));
    await write(page, page.getByLabel('Wording', { exact: true }), 'Would you sign with us again?');
    await page.locator('.saved[data-status=saved]').waitFor();
    await publish(page, 2);
    await seeDifference(page);
    await opened.context.close();
    expect(opened.faults).toEqual([]);
  });
});

/** For whom and why come first; the pack brings the questions. */
async function begin(page: Page): Promise<void> {
  await choose(page, page.getByRole('radio', { name: /^Buyers/ }));
  await pick(page, page.getByLabel('In which programme?'), 'Winter check-in');
  await press(page, button(page, 'Go on'));
  await page.getByText(COMPLETE.unknown).first().waitFor();
  await choose(page, page.getByRole('radio', { name: /^Relationship/ }));
  await press(page, button(page, 'Write the questions'));
  await button(page, 'Undo').waitFor();
}

/** The last question only for those who would not recommend. */
async function branch(page: Page): Promise<void> {
  await pick(page, page.getByLabel('Another question'), 'Text');
  await press(page, button(page, 'Add it'));
  await page.getByRole('heading', { name: /^Question \d+: Text$/ }).waitFor();
  await write(
    page,
    page.getByLabel('Wording', { exact: true }),
    'What would have to change at {{account.name|your company}}?',
  );
  await write(page, page.getByLabel('What it is about, in a word or three'), 'change');
  await pick(page, page.getByLabel('Which line above does it serve?'), 'What would change it');
  await press(page, button(page, 'Ask it only of some'));
  await pick(page, page.getByLabel('Test 1: question'), '1. ');
  await pick(page, page.getByLabel('Test 1: how'), 'is at most');
  const answer = page.getByLabel('Test 1: answer');
  if ((await answer.evaluate((field) => field.tagName)) === 'SELECT') await pick(page, answer, '6');
  else await write(page, answer, '6');
  await page.locator('.saved[data-status=saved]').waitFor();
}

/** German came with the pack; what was added is missing, and is written here. */
async function translate(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: 'Languages', exact: true }));
  await press(page, page.getByRole('link', { name: 'German', exact: true }));
  const field = page.getByRole('textbox', { name: /What would have to change at/ });
  await write(page, field, 'Was müsste sich bei {{account.name|Ihrer Firma}} ändern?');
  await press(page, page.getByRole('button', { name: /^Save/ }).first());
  await page.getByText(/Saved/).first().waitFor();
}

async function preview(page: Page, path: string): Promise<void> {
  const frame = page.frameLocator('.preview-frame');
  await frame.getByText('Henrik, you are answering as').waitFor();
  await page.goto(`${path}/preview?lang=de`);
  await choose(page, page.getByRole('radio', { name: '3', exact: true }));
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
}

/** The wording is another, so a new series begins; the rest is the same. */
async function seeDifference(page: Page): Promise<void> {
  const difference = page.getByRole('region', { name: 'Since version 1' });
  await difference.getByText('A new series begins.').waitFor();
  expect(await difference.locator('ins').allInnerTexts()).not.toEqual([]);
  expect(await difference.innerText()).toMatch(/\d questions are the same\./);
}

async function publish(page: Page, number: number): Promise<void> {
  await page.locator('button[value=publish]:not([aria-disabled])').waitFor();
  await press(page, button(page, `Publish as v${number}`));
  await page.waitForURL(new RegExp(`/versions/${number}$`));
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}
