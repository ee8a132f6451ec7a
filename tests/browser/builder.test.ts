import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { addQuestion, changeQuestion, type Draft, emptyDraft, linesOf } from '#app/survey/draft/draft.ts';
import { applyAct } from '#app/survey/draft/draft-act.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { COMPLETE, type Desk, openProgramme, openSurvey, seat } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { pick, press, tabTo, write } from '#tests/support/keyboard.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';

describe('the survey builder', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    test = await openTestHouse({ time: systemClock });
    desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    await seat(desk, { name: 'Henrik Aalto', account: 'Lumen Rail', personaIds: ['buyer'] });
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await doors.close();
    await test.close();
  });

  /** A survey for buyers whose purpose is written, with this draft. */
  async function survey(draft: Draft): Promise<{ id: string; path: string }> {
    const programmeId = await openProgramme(desk);
    const why = { ...COMPLETE, programmeId, personaId: 'buyer', actor: desk.memberId };
    await savePurpose(test.house, desk.workspace, why);
    const id = await openSurvey(desk, programmeId, 'buyer');
    await saveDraft(test.house, desk.workspace, { surveyId: id, revision: 1, draft });
    return { id, path: `/surveys/${toSlug('survey', id)}` };
  }
  const draftOf = async (id: string) => (await readSurvey(test.house.db, desk.workspace, id))!.draft;

  async function open(path: string, { byKeyboard = false } = {}) {
    const size = { width: 1440, height: 1000 };
    const opened = await openWatchedContext(
      browser,
      { baseURL: doors.origin, viewport: size },
      { byKeyboard },
    );
    await opened.context.addCookies([await signedInCookie(test.house, 'admin')]);
    const page = await opened.context.newPage();
    await page.goto(path);
    await button(page, 'Undo').waitFor();
    return { page, ...opened };
  }

  it('builds a branching survey with the keyboard alone, shows it, publishes it and the next one', async () => {
    const { id, path } = await survey(emptyDraft());
    const { page, faults, context } = await open(path, { byKeyboard: true });
    await add(page, 'One choice', 'Question 1: One choice');
    await write(page, wording(page), 'What held the renewal up?');
    await write(page, page.getByLabel('Choice 1', { exact: true }), 'The price');
    await write(page, page.getByLabel('Choice 2', { exact: true }), 'The terms');
    await press(page, button(page, 'Add a choice'));
    await page.keyboard.type('Nothing did');
    await write(page, concept(page), 'hold up');
    await pick(page, serves(page), PURPOSE_LABELS.unknown);
    await add(page, 'Text', 'Question 2: Text');
    await write(page, wording(page), 'What about {{q1|that}} would have to change?');
    await write(page, concept(page), 'change');
    await pick(page, serves(page), PURPOSE_LABELS.changeRule);
    await press(page, button(page, 'Ask it only of some'));
    await pick(page, page.getByLabel('Test 1: question'), '1. What held');
    await pick(page, page.getByLabel('Test 1: how'), 'is not');
    await pick(page, page.getByLabel('Test 1: answer'), 'Nothing did');
    await add(page, 'Likelihood', 'Question 3: 0 to 10');
    await pick(page, serves(page), PURPOSE_LABELS.decision);
    // The likelihood question goes first, by the arrow keys on its dots.
    await tabTo(page, page.getByRole('button', { name: /^Move question 3/ }));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/now first of 3\.$/);
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await saved(page);
    const kinds = async () => (await draftOf(id)).questions.map(({ kind }) => kind);
    await expect.poll(kinds).toEqual(['recommend', 'single', 'text']);
    const frame = page.frameLocator('.preview-frame');
    await frame.getByText('Henrik, you are answering as').waitFor();
    await frame.getByText('What held the renewal up?').waitFor();
    await publish(page, 1);
    await page.goto(path);
    await press(page, page.getByRole('link', { name: /^2\. / }));
    await write(page, wording(page), 'What held up the renewal at {{account.name|your company}}?');
    await saved(page);
    await frame.getByText('What held up the renewal at Lumen Rail?').waitFor();
    await publish(page, 2);
    await page.getByRole('main').getByText('Lumen Rail').or(page.locator('ins')).first().waitFor();
    const frozen = await page.getByRole('main').innerText();
    expect(frozen).toContain('2. What held up the renewal at your company?');
    expect(frozen).toContain('3. What about that would have to change?');
    expect(frozen).not.toContain('{{');
    await context.close();
    expect(faults).toEqual([]);
  });

  it('tells two editors of each other and keeps what both wrote', async () => {
    const two = changeQuestion(addQuestion(addQuestion(emptyDraft(), 'text'), 'text'), 'q1', (question) => ({
      ...question,
      wording: 'First?',
    }));
    const { id, path } = await survey(two);
    const [mine, theirs] = [await open(`${path}?q=q1`), await open(`${path}?q=q2`)];
    await wording(theirs.page).fill('Theirs?');
    await saved(theirs.page);
    await wording(mine.page).fill('Mine?');
    await mine.page.getByText('Ifeoma Okonkwo also changed question 2.').first().waitFor();
    await saved(mine.page);
    expect((await draftOf(id)).questions.map((question) => question.wording)).toEqual(['Mine?', 'Theirs?']);

    // Both in one field: theirs stands, mine waits beside it.
    await theirs.page.goto(`${path}?q=q1`);
    await wording(theirs.page).fill('Theirs in one?');
    await saved(theirs.page);
    await wording(mine.page).fill('Mine in one?');
    await mine.page.getByRole('heading', { name: 'Written by both of you' }).waitFor();
    expect(await wording(mine.page).inputValue()).toBe('Theirs in one?');
    await button(mine.page, 'Use mine').click();
    await saved(mine.page);
    expect((await draftOf(id)).questions[0]!.wording).toBe('Mine in one?');
    await mine.context.close();
    await theirs.context.close();
    expect([...mine.faults, ...theirs.faults].filter((fault) => !fault.includes('409'))).toEqual([]);
  });

  it('says when it cannot save, saves when it can, and brings back what a crash left', async () => {
    const { id, path } = await survey(addQuestion(emptyDraft(), 'text'));
    const { page, context } = await open(path);
    await context.route('**/draft', (route) => route.abort());
    await wording(page).fill('Typed on a train?');
    await page.getByText('Not saved: no connection, trying again.').waitFor();
    // The browser asks before words are lost.
    page.on('dialog', (dialog) => dialog.accept());
    await page.waitForFunction(() => JSON.stringify(sessionStorage).includes('on a train'));
    await page.reload();
    await button(page, 'Take it up again').click();
    expect(await wording(page).inputValue()).toBe('Typed on a train?');
    await context.unroute('**/draft');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await saved(page);
    expect((await draftOf(id)).questions[0]!.wording).toBe('Typed on a train?');
    await context.close();
  });

  it('moves a question by dragging its dots', async () => {
    const { id, path } = await survey(addQuestion(addQuestion(emptyDraft(), 'text'), 'date'));
    const { page, context, faults } = await open(path);
    const [from, to] = await Promise.all(
      ['1', '2'].map((number) => page.getByRole('button', { name: `Move question ${number}` }).boundingBox()),
    );
    await page.mouse.move(from!.x + 8, from!.y + 8);
    await page.mouse.down();
    await page.mouse.move(to!.x + 8, to!.y + 12, { steps: 5 });
    await page.mouse.up();
    // Right after the drop the page still says that all is saved: what is asked for is the order itself.
    const keys = async () => (await draftOf(id)).questions.map(({ key }) => key);
    await expect.poll(keys, { timeout: 10_000 }).toEqual(['q2', 'q1']);
    await context.close();
    expect(faults).toEqual([]);
  });

  it('fills the blank choices with what is pasted', async () => {
    const { id, path } = await survey(addQuestion(emptyDraft(), 'single'));
    const { page, context, faults } = await open(path);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('The price\n- The terms\n3. Nobody asked\n'));
    await page.getByLabel('Choice 1', { exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+v');
    const shown = () =>
      page.getByLabel(/^Choice \d+$/).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    await expect.poll(shown).toEqual(['The price', 'The terms', 'Nobody asked']);
    await saved(page);
    const kept = async () => linesOf((await draftOf(id)).questions[0]!, 'options').map(({ label }) => label);
    await expect.poll(kept).toEqual(['The price', 'The terms', 'Nobody asked']);
    await context.close();
    expect(faults).toEqual([]);
  });

  it('shows a question in its lists as it is read, and its field as it is written', async () => {
    const role = addQuestion(addQuestion(emptyDraft(), 'role'), 'text');
    const words = 'Are you {{persona.name|in this role}} at {{account.name|your company}}?';
    const written = ['q1', 'q2'].reduce(
      (draft, key) =>
        changeQuestion(draft, key, (question) => ({ ...question, wording: words, concept: key })),
      role,
    );
    const { path } = await survey(written);
    const { page, context, faults } = await open(`${path}?q=q2`);
    await page.getByRole('link', { name: '1. Are you Buyer at your company?' }).waitFor();
    await page.getByRole('button', { name: 'Move question 1: Are you Buyer at your company?' }).waitFor();
    await button(page, 'Ask it only of some').click();
    const options = await page.getByLabel('Test 1: question').locator('option').allInnerTexts();
    expect(options).toContain('1. Are you Buyer at your company?');
    expect(await wording(page).inputValue()).toBe(words);
    await context.close();
    expect(faults).toEqual([]);
  });

  // A shared machine may pause once; one that is slow is slow each time.
  it('edits 200 questions without lag', { retry: 2 }, async () => {
    const { path } = await survey(twoHundred());
    const { page, context } = await open(`${path}?q=q1`);
    await page.evaluate(() => {
      const spans: { name: string; ms: number }[] = [];
      const keep = (list: PerformanceEntry[]) =>
        spans.push(...list.map(({ name, duration }) => ({ name, ms: duration })));
      const watching = new PerformanceObserver((list) => keep(list.getEntries()));
      Object.assign(window, { spans, flush: () => keep(watching.takeRecords()) });
      watching.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    });
    await wording(page).focus();
    for (const letter of 'Thirty letters, typed one by one') await page.keyboard.press(letter);
    const typing = await spansOf(page);
    await page.getByRole('button', { name: /^Move question 2:/ }).focus();
    for (let at = 0; at < 5; at += 1) await page.keyboard.press('ArrowDown');
    const moving = await spansOf(page);
    for (const number of ['40', '3', '200', '120'])
      await page.getByRole('link', { name: new RegExp(`^${number}\\. `) }).click();
    const opening = await spansOf(page);
    await button(page, 'Copy: question 120').or(button(page, /^Copy/)).first().click();
    await button(page, 'Undo').click();
    const adding = await spansOf(page);
    const all = { typing, moving, opening, adding };
    const said = Object.entries(all).map(
      ([what, ms]) => `${what}: median ${median(ms)}, worst ${Math.max(...ms)}`,
    );
    process.stdout.write(`200 questions, ms from event to paint. ${said.join('; ')}\n`);
    await context.close();
    for (const ms of Object.values(all)) {
      expect(median(ms)).toBeLessThan(100);
      expect(Math.max(...ms)).toBeLessThan(200);
    }
  });
});

/** 200 questions, every fourth with twelve choices, every tenth asked only of some. */
function twoHundred(): Draft {
  let draft = emptyDraft();
  for (let made = 0; made < 200; made += 1) {
    draft = addQuestion(draft, made % 4 === 0 ? 'single' : made % 4 === 1 ? 'rating' : 'text');
    const { key } = draft.questions.at(-1)!;
    const question = draft.questions.at(-1)!;
    for (let line = 2; made % 4 === 0 && line < 12; line += 1)
      draft = applyAct(
        draft,
        { question: draft.questions.at(-1)!, around: null },
        { kind: 'add_line', name: 'options' },
      ).draft;
    draft = changeQuestion(draft, key, (one) => ({
      ...one,
      wording: `What did the ${made + 1}th thing cost you in time last month?`,
      concept: `thing ${made + 1}`,
      serves: 'unknown',
      parts:
        made % 4 === 0
          ? {
              ...one.parts,
              options: linesOf(one, 'options').map((line, at) => ({ ...line, label: `Choice ${at + 1}` })),
            }
          : made % 4 === 1
            ? { ...one.parts, low: 'Little', high: 'Much' }
            : one.parts,
      showIf:
        made % 10 === 9 ? { match: 'all', tests: [{ question: 'q1', op: 'answered', value: '' }] } : null,
    }));
    if (question.key !== key) throw new Error('a question changed its key');
  }
  return draft;
}

/** What was measured since the last look: at least one paint after it, so that the last event is in. */
async function spansOf(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
    for (let paints = 0; paints < 3; paints += 1) await painted();
    const { spans, flush } = window as unknown as { spans: { name: string; ms: number }[]; flush(): void };
    flush();
    const taken = spans.splice(0).map(({ ms }) => ms);
    return taken.length > 0 ? taken : [0];
  });
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

async function add(page: Page, kind: string, heading: string): Promise<void> {
  await pick(page, page.getByLabel('Another question'), kind);
  await press(page, button(page, 'Add it'));
  await page.getByRole('heading', { name: heading }).waitFor();
}

async function publish(page: Page, number: number): Promise<void> {
  await page.locator('button[value=publish]:not([aria-disabled])').waitFor();
  await press(page, button(page, `Publish as v${number}`));
  await page.waitForURL(new RegExp(`/versions/${number}$`));
}

function saved(page: Page): Promise<void> {
  return page.locator('.saved[data-status=saved]').waitFor();
}

const wording = (page: Page) => page.getByLabel('Wording', { exact: true });
const concept = (page: Page) => page.getByLabel('What it is about, in a word or three');
const serves = (page: Page) => page.getByLabel('Which line above does it serve?');

function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: true });
}
