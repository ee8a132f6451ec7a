import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followRules } from '#app/followup/rule/follow-rules.server.ts';
import { disableMember } from '#app/membership/members/disable-member.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { act, colleague, followUps, openOne } from '#tests/support/following.ts';
import { KEY } from '#tests/support/held.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { press } from '#tests/support/keyboard.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

describe('the queue of follow-ups', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;
  let programmeId: string;
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
    ({ programmeId, waveId } = await draftWave(desk, ['buyer']));
    for (const { id, state } of await followUps(desk))
      if (state === 'open' || state === 'doing')
        await act(desk, id, { kind: 'decline', because: 'Tidied up' });
  });

  async function visit(path: string, options: BrowserContextOptions = {}, watch = {}) {
    const opened = await openWatchedContext(browser, { baseURL: doors.origin, ...options }, watch);
    await opened.context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await opened.context.newPage();
    await page.goto(path);
    return { ...opened, page };
  }
  const open = async () => (await followUps(desk)).filter(({ closed_at }) => closed_at === null);

  it('is worked through by keys alone', async () => {
    const soon = Date.now() + 3_600_000;
    for (const [at, what] of ['Call the first', 'Call the second', 'Call the third'].entries())
      await openOne(desk, programmeId, { what, due: { at: soon + at } });
    const { page, faults, context } = await visit('/follow-ups', {}, { byKeyboard: true });
    await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith('__reactContainer')));
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    // Drawn is not yet listening.
    const next = async () => {
      await page.keyboard.press('j');
      return focused();
    };
    await expect.poll(next).toBe('Call the first');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused()).toBe('Call the third');
    await page.keyboard.press('x');
    await page.keyboard.press('k');
    expect(await focused()).toBe('Call the second');
    const ticked = page.locator('input[name=on]:checked');
    expect(await ticked.count()).toBe(2);
    const choice = page.getByLabel('Decline them, each with the same reason');
    await choice.focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Why not').focus();
    await page.keyboard.type('The plan stands');
    await press(page, page.getByRole('button', { name: 'Do it with those ticked' }));
    await page.getByText('Done with 2 follow-ups.').waitFor();
    expect((await open()).map(({ what }) => what)).toEqual(['Call the first']);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Call the first' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps what was ticked and typed where one of them was changed meanwhile, and changes none', async () => {
    const [first, second] = [await openOne(desk, programmeId), await openOne(desk, programmeId)];
    const { page, context } = await visit('/follow-ups');
    for (const box of await page.locator('input[name=on]').all()) await box.check();
    await page.getByLabel('Decline them, each with the same reason').check();
    await page.getByLabel('Why not').fill('The plan stands');
    await act(desk, second, { kind: 'take_up' });
    await page.getByRole('button', { name: 'Do it with those ticked' }).click();
    await page.getByText('changed it since this page was drawn').first().waitFor();
    expect(await page.locator('input[name=on]:checked').count()).toBe(2);
    expect(await page.getByLabel('Why not').inputValue()).toBe('The plan stands');
    expect((await open()).map(({ id, state }) => [id, state])).toEqual([
      [first, 'open'],
      [second, 'doing'],
    ]);
    await context.close();
  });

  it('works without script: taken up, done, told, and a word added', async () => {
    const id = await openOne(desk, programmeId);
    const { page, context } = await visit('/follow-ups', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Call back' }).click();
    await page.getByRole('button', { name: 'Take it up' }).click();
    await page.getByLabel('Add a word').fill('Called twice');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Say what came of it').first().waitFor();
    await page.getByLabel('What came of it').fill('The invoice is right now');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'They were told' }).click();
    await page.getByText('Kept.').waitFor();
    const [row] = (await followUps(desk)).filter((one) => one.id === id);
    expect(row).toMatchObject({ state: 'done', outcome: 'The invoice is right now' });
    expect(row!.told_at).not.toBeNull();
    await context.close();
  });

  it('gets one from a rule made on its page, and from the page of a person', async () => {
    const bo = await colleague(desk, 'Bo Lind');
    const token = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const { page, faults, context } = await visit(`/programmes/${toSlug('programme', programmeId)}/rules`);
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await page.getByRole('alert').waitFor();
    faults.length = 0;
    await page.getByLabel('Persona').selectOption('buyer');
    await page.getByLabel('An answer up to a number').check();
    await page.getByLabel('Question').selectOption({ index: 1 });
    await page.getByLabel('Up to', { exact: true }).fill('6');
    await page.getByLabel('What is to be done').fill('Ask what went wrong');
    await page.getByLabel('Who does it').selectOption({ label: 'Bo Lind' });
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await page.getByText('Made: it holds for what comes from now on.').waitFor();
    await answer(test.house, token, { [KEY]: '2' });
    await followRules(test.house);
    expect(await open()).toMatchObject([{ what: 'Ask what went wrong', owner_id: bo }]);
    const person = toSlug('person', (await open())[0]!.person_id!);
    await page.goto(`/people/${person}`);
    await page.getByRole('link', { name: 'Ask what went wrong' }).waitFor();
    await page.getByRole('link', { name: 'Open a follow-up' }).click();
    await page.getByLabel('What is to be done').fill('Send the price list');
    await page.getByLabel('Persona').selectOption('buyer');
    await page.getByLabel('Programme').selectOption({ index: 1 });
    await page.getByLabel('Due on').fill('2031-01-15');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Send the price list' }).waitFor();
    expect((await open()).map(({ what }) => what)).toContain('Send the price list');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says what waits with whoever was shut out, and gives all of it to somebody else', async () => {
    const [gone, here] = [await colleague(desk, 'Gone Away'), await colleague(desk, 'Still Here')];
    await openOne(desk, programmeId, { what: 'Promised by Gone', ownerId: gone });
    await disableMember(test.house, desk.workspace, { memberId: gone, actor: desk.memberId });
    const { page, faults, context } = await visit('/settings/members');
    await page.getByRole('link', { name: 'One follow-up is still theirs' }).click();
    await page.getByRole('heading', { name: 'A follow-up waits with Gone Away' }).waitFor();
    await page.getByRole('button', { name: 'Give it to them' }).click();
    await page.getByText('Choose who gets them.').first().waitFor();
    await page.getByLabel('Who gets what Gone Away had').selectOption('Still Here');
    await page.getByRole('button', { name: 'Give it to them' }).click();
    await page.getByText('Done with one follow-up.').waitFor();
    expect(await page.getByText('waits with').count()).toBe(0);
    expect(await open()).toMatchObject([{ what: 'Promised by Gone', owner_id: here }]);
    // What was refused once, and nothing else.
    expect(faults).toEqual([expect.stringContaining('422')]);
    await context.close();
  });

  it('is another one in another workspace', async () => {
    const other = await anotherDesk(test.house, 'Other');
    const { programmeId: theirs } = await draftWave(other, ['buyer']);
    const id = await openOne(other, theirs, { what: 'Theirs alone' });
    const { page, context } = await visit('/follow-ups?whose=team');
    expect(await page.content()).not.toContain('Theirs alone');
    const answered = await page.goto(`/follow-ups/${toSlug('followUp', id)}`);
    expect(answered?.status()).toBe(404);
    await context.close();
  });
});
