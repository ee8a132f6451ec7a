import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { COMPLETE, type Desk, draftWave, openProgramme, openSurvey, seat } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { type RunningJobs, startJobs } from '#tests/support/jobs.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

const CSV = 'Name,E-mail,Company,Job title,Role\r\nAmara Osei,amara@a.example,Meridian Foods,CFO,Signs\r\n';

describe('without script', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let jobs: RunningJobs;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    test = await openTestHouse({ time: systemClock });
    desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    await seat(desk, { name: 'Henrik Aalto', account: 'Lumen Rail', personaIds: ['buyer'] });
    await seat(desk, { name: 'Ana Ruiz', account: 'Delta Ports', personaIds: ['end_user'] });
    doors = await openDoors(test.house);
    jobs = startJobs(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await jobs.stop();
    await doors.close();
    await test.close();
  });

  /** A page of somebody who signed in by the form. */
  async function signedIn(): Promise<Page> {
    const { context } = await openWatchedContext(browser, {
      baseURL: doors.origin,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await signIn(page, ADMIN.password);
    await heading(page, 'Overview').waitFor();
    return page;
  }

  it('a wrong password is said beside what was typed, and the right one opens the workspace', async () => {
    const { context } = await openWatchedContext(browser, {
      baseURL: doors.origin,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto('/people');
    await signIn(page, 'not the password at all');
    await page.locator('.fault').first().waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(ADMIN.email);
    await signIn(page, ADMIN.password);
    await heading(page, /^People/).waitFor();
    expect(new URL(page.url()).pathname).toBe('/people');
  });

  it('people are found by name', async () => {
    const page = await signedIn();
    await page.goto('/people');
    await page.getByLabel('Name or e-mail').fill('aalto');
    await page.getByRole('main').getByLabel('Name or e-mail').press('Enter');
    await page.getByRole('link', { name: 'Henrik Aalto' }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('Ana Ruiz');
    await page.getByRole('link', { name: 'Henrik Aalto' }).click();
    await heading(page, /Henrik Aalto/).waitFor();
  });

  it('a file of people comes in, from its columns to the report', async () => {
    const page = await signedIn();
    await page.goto('/people/import');
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };
    await page.getByLabel('CSV file').setInputFiles(file);
    await button(page, 'Read the file').click();
    await button(page, 'See what would happen').click();
    // The page asks again by itself while the file is read.
    await page.getByLabel('“Signs” means').selectOption('buyer');
    await button(page, 'Keep these meanings and read again').click();
    await button(page, 'Bring in 1 person').click();
    await heading(page, '1 new people came in.').waitFor();
  });

  it('a programme starts and its purpose is kept, half of it first', async () => {
    const page = await signedIn();
    await page.goto('/programmes/new');
    await button(page, 'Start the programme').click();
    await page.locator('.fault').first().waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Winter check-in');
    await page.getByRole('radio', { name: 'Attributed' }).check();
    await button(page, 'Start the programme').click();
    await heading(page, 'Winter check-in').waitFor();
    await page.getByRole('link', { name: 'Write why buyers are asked' }).click();
    await page.getByLabel('What we can’t answer today').fill(COMPLETE.unknown);
    await button(page, 'Save').click();
    expect(await page.getByRole('region', { name: 'Buyers' }).innerText()).toContain('Not whole yet.');
    expect(await page.getByRole('region', { name: 'Buyers' }).innerText()).toContain(COMPLETE.unknown);
  });

  it('questions are added, moved, rewritten and dropped, and the survey is published', async () => {
    const programmeId = await openProgramme(desk, 'Questions');
    const why = { ...COMPLETE, programmeId, personaId: 'buyer', actor: desk.memberId };
    await savePurpose(test.house, desk.workspace, why);
    const surveyId = await openSurvey(desk, programmeId, 'buyer');
    const page = await signedIn();
    await page.goto(`/surveys/${toSlug('survey', surveyId)}`);
    for (const [kind, words] of Object.entries({
      recommend: '1: 0 to 10',
      text: '2: Text',
      rating: '3: Rating',
    })) {
      await page.getByLabel('Another question').selectOption(kind);
      await button(page, 'Add it').click();
      await heading(page, `Question ${words}`).waitFor();
    }
    await button(page, /^Drop\s?: question 3$/).click();
    await page.getByRole('link', { name: /^2\. / }).click();
    await page.getByLabel('Wording').fill('What should we change first?');
    await page.getByLabel('What it is about, in a word or three').fill('change first');
    await page.getByLabel('Which line above does it serve?').selectOption('changeRule');
    await button(page, /^Up\s?: question 2$/).click();
    await page.getByRole('link', { name: '1. What should we change first?' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Nobody asked for this.');
    await page.getByRole('link', { name: 'Mend question 2' }).click();
    await page.getByLabel('Which line above does it serve?').selectOption('unknown');
    await button(page, 'Save').click();
    await button(page, 'Publish as v1').click();
    await page.waitForURL(/\/versions\/1$/);
    expect(await page.getByRole('main').innerText()).toContain('What should we change first?');
  });

  it('the piles are counted, and the send goes to those who are ready', async () => {
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const page = await signedIn();
    await page.goto(`/sends/${toSlug('wave', waveId)}`);
    await page.getByRole('checkbox', { name: 'Buyers' }).uncheck();
    await button(page, 'Count again').click();
    await button(page, 'Send to 1 person at 1 account').click();
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByRole('main').innerText();
      })
      .toContain('Every message is settled');
    await page.goto('/mailbox');
    expect(await page.getByRole('main').innerText()).toContain('ana.ruiz@people.example');
  });
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password').fill(password);
  await button(page, 'Sign in').click();
}

function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { name }).first();
}

function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: true });
}
