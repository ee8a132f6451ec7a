import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { ask } from '#tests/support/answering.ts';
import { hearSet, questionOf } from '#tests/support/asked-set.ts';
import type { Desk } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

/** The second page waits for the first, because it speaks of it. */
const QUESTIONS = [
  questionOf('q1', 'recommend', { wording: 'How likely?', required: true }),
  questionOf('q2', 'text', { wording: 'Why {{q1|that}}?', required: true }),
];

describe("the respondent's page with its script", () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;
  let attributed: string;
  let unlinkable: string;

  beforeAll(async () => {
    test = await openTestHouse({ time: systemClock });
    desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    attributed = (await hearSet(desk, QUESTIONS, { buyer: [] })).waveId;
    unlinkable = (await hearSet(desk, QUESTIONS, { buyer: [] }, 'unlinkable')).waveId;
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });

  async function link(name: string, waveId = attributed): Promise<string> {
    return `/r/${await ask(desk, waveId, { name, account: name, personaIds: ['buyer'] })}`;
  }
  async function open(path: string) {
    const opened = await openWatchedContext(browser, { baseURL: doors.origin });
    const page = await opened.context.newPage();
    const documents: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) documents.push(`${request.method()} ${request.url()}`);
    });
    await page.goto(path);
    return { page, documents, ...opened };
  }

  it('is answered by keys from the first question to the thanks, with one page loaded', async () => {
    const { page, documents, context, faults } = await open(await link('Amara Osei'));
    await page.keyboard.press('1');
    await page.keyboard.press('0');
    await page.keyboard.press('Enter');
    const why = page.getByRole('textbox', { name: /Why/ });
    await why.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Because 3 things work.');
    await page.getByRole('status').getByText('Saved').waitFor();
    await page.goBack();
    await page.getByRole('group', { name: /How likely/ }).waitFor();
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('10');
    await page.goForward();
    await why.waitFor();
    expect(await why.inputValue()).toBe('Because 3 things work.');
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await page.getByRole('heading', { name: /Thank you|Received/ }).waitFor();
    expect(documents).toHaveLength(1);
    expect(await answersOf('Amara Osei')).toEqual([{ score: 10 }, { verbatim: 'Because 3 things work.' }]);
    await context.close();
    expect(faults).toEqual([]);
  });

  it('is taken up again where it was left, without a press', async () => {
    const { page, context, faults } = await open(await link('Ben Ode'));
    await page.getByRole('radio', { name: '6', exact: true }).check();
    await page.getByRole('status').getByText('Saved').waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: /Why/ }).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('group', { name: /How likely/ }).waitFor();
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('6');
    await context.close();
    expect(faults).toEqual([]);
  });

  it('tells a tab that another one is further, and shows what that one holds', async () => {
    const { page, context } = await open(await link('Cleo Ames'));
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('radio', { name: '6', exact: true }).check();
    await other.getByRole('status').getByText('Saved').waitFor();
    await page.getByRole('radio', { name: '2', exact: true }).check();
    await page.getByRole('button', { name: 'Show the newer answers' }).click();
    await page.getByRole('textbox', { name: /Why/ }).waitFor();
    await context.close();
  });

  it('keeps nothing before it is sent where nothing may lead back to a name, and says nothing else', async () => {
    const { page, context, faults } = await open(await link('Dana Roth', unlinkable));
    const sent: (string | null)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URLSearchParams(request.postData() ?? '').get('go'));
    });
    await page.clock.install();
    await page.getByRole('radio', { name: '6', exact: true }).check();
    await page.clock.runFor(5000);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('textbox', { name: /Why/ }).fill('Nobody knows who');
    await page.clock.runFor(5000);
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await page.getByRole('heading', { name: /Thank you|Received/ }).waitFor();
    expect(sent).toEqual(['on', 'send']);
    await context.close();
    expect(faults).toEqual([]);
  });

  async function answersOf(name: string) {
    const rows = await desk.house.db
      .selectFrom('response')
      .innerJoin('person', 'person.id', 'response.person_id')
      .innerJoin('answer', 'answer.response_id', 'response.id')
      .select(['answer.score', 'answer.verbatim'])
      .where('response.workspace_id', '=', desk.workspace.id)
      .where('answer.persona_id', '=', 'buyer')
      .where('person.name', '=', name)
      .orderBy('answer.question_key')
      .execute();
    return rows.map(({ score, verbatim }) => (score === null ? { verbatim } : { score }));
  }
});
