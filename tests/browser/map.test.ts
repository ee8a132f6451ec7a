import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { makeMoment, type Seated, seated } from '#tests/support/mapping.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

const MOMENTS = ['The invoice arrives', 'Something breaks', 'The renewal'];
const TOUCHES = 40;

let test: TestHouse;
let doors: OpenDoors;
let browser: Awaited<ReturnType<typeof launchChromium>>;
let dana: Seated;
beforeAll(async () => {
  test = await openTestHouse({ time: systemClock });
  const desk: Desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
  dana = await seated(desk, { name: 'Dana Reyes', account: 'Acme', personaIds: ['buyer'] });
  for (const name of MOMENTS) await makeMoment(desk, 'buyer', name);
  doors = await openDoors(test.house);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await doors.close();
  await test.close();
});

/** Forth and back, and round at the same moment; told from the last to the first. */
const way = Array.from({ length: TOUCHES }, (_, at) => ({
  at: new Date(Date.UTC(2026, 0, 1 + at, 9)).toISOString(),
  moment: MOMENTS[[0, 1, 0, 2, 2, 1][at % 6]!]!,
}));
const file = (rows: readonly { at: string; moment: string }[]) =>
  [
    'E-mail,Account,Persona,Moment,At,Source',
    ...rows.map(({ at, moment }) => `dana.reyes@people.example,Acme,Buyer,${moment},${at},Calls`),
    'nobody@people.example,Acme,Buyer,The renewal,2026-01-01,Calls',
  ].join('\n');

it('from the chooser to a trace of forty touches in their true order, which no reordering changes', async () => {
  const { context, faults } = await openWatchedContext(browser, { baseURL: doors.origin });
  await context.addCookies([await signedInCookie(test.house, 'admin')]);
  const page = await context.newPage();
  await page.goto('/map');
  await page.getByRole('heading', { level: 1, name: 'Whose map?' }).waitFor();
  await page.getByRole('link', { name: 'Bring touches in' }).click();

  const csv = { name: 'touches.csv', mimeType: 'text/csv', buffer: Buffer.from(file(way.toReversed())) };
  const bringIn = async (button: string) => {
    await page.getByLabel('CSV file').setInputFiles(csv);
    await page.getByRole('button', { name: 'Read the file' }).click();
    await page.getByRole('heading', { name: 'The dry run' }).waitFor();
    await page.getByText(button).waitFor();
  };
  await bringIn(`Bring ${TOUCHES} touches in`);
  await page.getByText('Nobody here has the address nobody@people.example').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'These rows as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('touches-to-settle.csv');
  await page.getByRole('button', { name: `Bring ${TOUCHES} touches in` }).click();
  await page.getByRole('heading', { name: 'Brought in' }).waitFor();
  await bringIn('There is nothing to add.');

  await page.goto('/map');
  await page.getByRole('link', { name: 'Buyers' }).click();
  await page.getByRole('heading', { level: 1, name: 'Buyers' }).waitFor();
  await page.getByRole('link', { name: /^Dana Reyes/ }).click();
  await page.getByRole('heading', { level: 2, name: 'The way they took' }).waitFor();
  const table = page.getByRole('table', { name: 'Touches of Dana Reyes, oldest first' });
  const trace = async () => ({
    moments: await table.getByRole('row').locator('td:nth-child(2)').allTextContents(),
    times: await table.locator('time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime'))),
    drawn: await page.locator('.snake path.way').getAttribute('d'),
    marks: await page.locator('.snake svg.mark').count(),
  });
  const before = await trace();
  expect(before.moments).toEqual(way.map(({ moment }) => moment));
  expect(before.times).toEqual(way.map(({ at }) => at));
  expect(before.marks).toBe(TOUCHES);

  await page.goto('/map/buyer');
  const names = () => page.locator('.moments > li > h3').allTextContents();
  expect(await names()).toEqual(MOMENTS);
  const cells = () => page.locator('.moments dl').allTextContents();
  const [first, ...others] = await cells();
  await page.getByRole('button', { name: /^Move right.*The invoice arrives/ }).click();
  await page.getByRole('button', { name: /^Move left.*The invoice arrives/ }).waitFor();
  expect(await names()).toEqual(['Something breaks', 'The invoice arrives', 'The renewal']);
  expect(await cells()).toEqual([others[0], first, others[1]]);
  await page.goto(`/map/buyer/people/${toSlug('person', dana.personId)}`);
  expect(await trace()).toEqual(before);
  expect(faults).toEqual([]);
  await context.close();
});
