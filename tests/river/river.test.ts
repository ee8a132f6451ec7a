import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { type RunningJobs, startJobs } from '#tests/support/jobs.ts';
import { press } from '#tests/support/keyboard.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';
import { addressOf, BUYERS_HEARD, FIGURES, PEOPLE } from './cast.ts';
import * as lead from './cx-lead.ts';
import { answerOnPhone, linkFor } from './respondent.ts';

/**
 * The whole way on a real server, with real mail: from an empty database and a CSV of people to one persona's
 * figure. By keyboard alone; any press of a pointer on a page of the lead fails the test.
 */
describe.concurrent.each(ENGINES)('the river on %s', (engine) => {
  let sink: SmtpSink;
  let test: TestHouse;
  let doors: OpenDoors;
  let jobs: RunningJobs;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    sink = await openSmtpSink();
    const vars = { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' };
    test = await openTestHouse({ engine, vars, time: systemClock });
    doors = await openDoors(test.house);
    jobs = startJobs(test.house);
    browser = await launchChromium();
    const window = { baseURL: doors.origin, viewport: { width: 1280, height: 900 } };
    const watched = await openWatchedContext(browser, window, { byKeyboard: true });
    faults = watched.faults;
    page = await watched.context.newPage();
  });

  afterAll(async () => {
    await browser.close();
    await jobs.stop();
    await doors.close();
    await test.close();
    await sink.close();
  });

  it('goes from an empty machine to each persona’s figure, and to no figure of both', async () => {
    await lead.foundWorkspace(page);
    await lead.bringInPeople(page);
    await lead.startProgramme(page);
    for (const plural of ['buyers', 'end-users']) await lead.writeWhy(page, plural);
    for (const plural of ['Buyers', 'End-users']) await lead.publishSurvey(page, plural);

    await lead.sendWave(page);
    expect(await lead.readPiles(page)).toEqual(['12 Ready', '1 Role missing', '0 Role stale']);
    await lead.pressSend(page);
    const asked = PEOPLE.filter(({ role }) => role !== '');
    expect(sink.taken.flatMap(({ to }) => to).sort()).toEqual(asked.map(addressOf).sort());

    for (const person of asked.filter(({ score }) => score !== null))
      await answerOnPhone(browser, person, linkFor(person, sink.taken));

    await lead.openOverview(page);
    const buyers = page.getByRole('region', { name: 'Buyers', exact: true });
    expect(await buyers.innerText()).toContain(FIGURES.buyers);
    expect(await buyers.innerText()).toContain(BUYERS_HEARD);
    expect(await page.getByRole('region', { name: 'End-users', exact: true }).innerText()).toContain(
      FIGURES.endUsers,
    );
    expect(await page.locator('main').innerText()).toContain('No total');

    await press(page, buyers.getByRole('link'));
    await lead.arrive(page, 'Buyers, Winter');
    const figure = await page.locator('main').innerText();
    expect(figure).toContain(`Buyers, Winter: ${FIGURES.buyers} (${BUYERS_HEARD}, at 6 accounts`);
    expect(figure).not.toContain(FIGURES.endUsers);

    await lead.askForTwo(page);
    await page.getByText('We don’t blend personas: that would be an orple.').waitFor();
    const split = await page.getByRole('article').innerText();
    expect(split).toContain('These 11 answers come from 5 end-users and 6 buyers.');
    expect(split).toContain(FIGURES.buyers);
    expect(split).toContain(FIGURES.endUsers);
    expect(faults).toEqual([]);
  });
});
