import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RESPOND_SCRIPT } from '#app/answering/enhance/respond-script.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { openRespondentStub, type RespondentStub } from '#tests/support/respondent-stub.ts';
import { openWatchedContext, type WatchedContext } from '#tests/support/watched-context.ts';

/** The browser itself writes these to the console when a request fails; the script says it on the page. */
const EXPECTED = /Failed to load resource|answers 503/;

describe("the respondent's script", () => {
  let browser: Browser;
  let stub: RespondentStub;
  let watched: WatchedContext[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stub = await openRespondentStub();
    watched = [];
  });
  afterEach(async () => {
    for (const { context } of watched) await context.close();
    await stub.close();
    expect(watched.flatMap(({ faults }) => faults).filter((fault) => !EXPECTED.test(fault))).toEqual([]);
  });

  /** A page of a window of its own. Its clock runs, and can be moved forward. */
  async function blank(options: BrowserContextOptions = {}): Promise<Page> {
    const opened = await openWatchedContext(browser, { baseURL: stub.origin, ...options });
    watched.push(opened);
    const page = await opened.context.newPage();
    await page.clock.install();
    return page;
  }
  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await blank(options);
    await page.goto('/r/token');
    return page;
  }
  async function openSecond(): Promise<Page> {
    const page = await open();
    await press(page, 'Go on');
    await textarea(page).waitFor();
    return page;
  }
  const sent = (go: string) => stub.sent.filter((one) => one.go === go);

  describe('number keys', () => {
    it('choose on the first scale without an answer, then on the one that has the focus', async () => {
      const page = await open();
      await page.keyboard.press('7');
      expect(await chosen(page)).toEqual({ score: '7', ease: null });
      await page.keyboard.press('3');
      expect(await chosen(page)).toEqual({ score: '3', ease: null });
      await page.getByRole('button', { name: 'Go on' }).focus();
      await page.keyboard.press('4');
      expect(await chosen(page)).toEqual({ score: '3', ease: '4' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('4');
    });

    it('make ten of one and nought pressed together, and nought of a nought that comes later', async () => {
      const page = await open();
      await page.keyboard.press('1');
      expect((await chosen(page)).score).toBe('1');
      await page.keyboard.press('0');
      expect((await chosen(page)).score).toBe('10');
      await page.keyboard.press('1');
      await page.clock.runFor(700);
      await page.keyboard.press('0');
      expect((await chosen(page)).score).toBe('0');
    });

    it('do nothing off the scale, with a modifier, or where the hint is switched off', async () => {
      const page = await open();
      await page.getByRole('radio', { name: '2' }).last().focus();
      for (const key of ['0', '6', 'Control+4', 'Alt+4']) await page.keyboard.press(key);
      expect(await chosen(page)).toEqual({ score: null, ease: null });
      await page.getByRole('checkbox', { name: 'Number keys choose' }).uncheck();
      await page.getByRole('button', { name: 'Go on' }).focus();
      await page.keyboard.press('4');
      expect(await chosen(page)).toEqual({ score: null, ease: null });
      await page.getByRole('radio', { name: '2' }).last().focus();
      await page.keyboard.press('4');
      expect(await chosen(page)).toEqual({ score: null, ease: '4' });
    });

    it('stay letters in a field, and digits of another script count', async () => {
      const page = await openSecond();
      await textarea(page).pressSequentially('10 of 7');
      expect(await textarea(page).inputValue()).toBe('10 of 7');
      await press(page, 'Back');
      await page.getByRole('radio').first().waitFor();
      await page.evaluate(() =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '٩', bubbles: true })),
      );
      expect((await chosen(page)).score).toBe('9');
    });

    it('are not offered where fingers point', async () => {
      const page = await open({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 812 } });
      await page.getByRole('status').waitFor({ state: 'attached' });
      expect(await page.getByText('Number keys choose').count()).toBe(0);
    });
  });

  describe('keeping', () => {
    it('sends what changed after a rest, once, and takes over the revision', async () => {
      const page = await openSecond();
      await textarea(page).pressSequentially('So\nthat');
      await saved(page);
      expect(sent('keep').map(({ fields }) => [fields.get('why'), fields.get('revision')])).toEqual([
        ['So\r\nthat', '1'],
      ]);
      expect(await page.locator('[name=revision]').inputValue()).toBe('2');
    });

    it('sends at once when the page is left', async () => {
      const page = await openSecond();
      await page.clock.pauseAt(Date.now() + 60_000);
      await textarea(page).fill('Typed and gone');
      await page.goto('about:blank');
      await expect
        .poll(() => sent('keep').map(({ fields }) => fields.get('why')))
        .toEqual(['Typed and gone']);
    });

    it('stops where another tab holds newer answers, and says how to see them', async () => {
      const page = await openSecond();
      stub.tricks.push({ kind: 'status', status: 409, headers: { 'x-revision': '9' } });
      await textarea(page).fill('Older');
      await page.getByText('Newer answers elsewhere').waitFor();
      await textarea(page).fill('Older still');
      await page.clock.runFor(5000);
      expect(sent('keep')).toHaveLength(1);
      expect(await page.locator('[name=revision]').inputValue()).toBe('1');
      await press(page, 'Show them');
      await page.getByText('score?').waitFor();
    });

    it('takes what it took for lost for its own, and not for that of another tab', async () => {
      const page = await openSecond();
      stub.tricks.push({ kind: 'lost' }, { kind: 'status', status: 409, headers: { 'x-revision': '2' } });
      await textarea(page).fill('On a train');
      await page.getByText('No connection').waitFor();
      await press(page, 'Try now');
      await saved(page);
      expect(sent('keep').map(({ fields }) => fields.get('revision'))).toEqual(['1', '1', '2']);
    });

    it('keeps before a link is followed, which would show what was kept before', async () => {
      const page = await open();
      const gate = Promise.withResolvers<void>();
      stub.tricks.push({ kind: 'wait', until: gate.promise });
      await page.keyboard.press('7');
      await page.getByRole('link', { name: 'Deutsch' }).click();
      await expect.poll(() => sent('keep').length).toBe(1);
      expect(await page.evaluate(() => location.search)).toBe('');
      gate.resolve();
      await page.waitForURL('**/r/token?lang=de');
      expect(sent('keep').map(({ fields }) => fields.get('score'))).toEqual(['7']);
    });

    it('waits for its own answer before the page turns', async () => {
      const page = await openSecond();
      const gate = Promise.withResolvers<void>();
      stub.tricks.push({ kind: 'wait', until: gate.promise });
      await textarea(page).fill('Why');
      await expect.poll(() => sent('keep').length).toBe(1);
      await press(page, 'Send');
      gate.resolve();
      await page.getByText('Received.').waitFor();
      expect(stub.sent.at(-1)?.fields.get('revision')).toBe('2');
    });

    it('tells of a hand that moved, and not of one that a script made up', async () => {
      const page = await open();
      await page.evaluate(() => document.querySelector<HTMLElement>('[name=go]')?.click());
      await textarea(page).waitFor();
      await press(page, 'Back');
      await page.getByText('score?').waitFor();
      await press(page, 'Go on');
      await textarea(page).waitFor();
      expect(stub.sent.map(({ go, fields }) => [go, fields.get('moved')])).toEqual([
        ['on', '0'],
        ['back', '1'],
        ['on', '1'],
      ]);
      expect(stub.sent.every(({ fields }) => fields.get('website') === '')).toBe(true);
      await textarea(page).fill('Why');
      await press(page, 'Send');
      await page.getByText('Received.').waitFor();
      expect(await page.locator('[name=moved]').inputValue()).toBe('1');
    });
  });

  describe('turning', () => {
    it('puts the next page in place with its title, language and direction, and leads to its question', async () => {
      const page = await openSecond();
      expect(stub.sent.map(({ by }) => by)).toEqual(['empty']);
      expect(await page.title()).toBe('Second page');
      expect(
        await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
      ).toEqual(['ar', 'rtl']);
      expect(await focused(page)).toBe('Why?');
    });

    it('leads to the first answer that needs another look', async () => {
      const page = await openSecond();
      await press(page, 'Send');
      await page.getByText('Write it, please.').waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('why');
    });

    it('sends a double tap once', async () => {
      const page = await openSecond();
      await textarea(page).fill('Why');
      const gate = Promise.withResolvers<void>();
      stub.tricks.push({ kind: 'wait', until: gate.promise });
      await page.getByRole('button', { name: 'Send' }).dblclick();
      await page.locator('[aria-disabled=true]').first().waitFor();
      await page.getByRole('button', { name: 'Send' }).press('Enter');
      gate.resolve();
      await page.getByText('Received.').waitFor();
      expect(sent('send')).toHaveLength(1);
    });

    it("goes one page back with the browser's button, with what was written, and on again", async () => {
      const page = await openSecond();
      await textarea(page).fill('Why');
      await page.goBack();
      await page.getByText('score?').waitFor();
      expect(stub.sent.at(-1)?.go).toBe('back');
      expect(stub.sent.at(-1)?.fields.get('why')).toBe('Why');
      await page.goForward();
      await textarea(page).waitFor();
      expect(await textarea(page).inputValue()).toBe('Why');
      await press(page, 'Send');
      await page.getByText('Received.').waitFor();
      await page.goBack();
      await page.getByText('Received.').waitFor();
      expect(sent('send')).toHaveLength(1);
    });

    it('leaves the number tapped in the mail out of the address, and keeps the language', async () => {
      const page = await blank();
      await page.goto('/r/token?v=7&lang=de&x=1');
      await expect.poll(() => page.evaluate(() => location.search)).toBe('?lang=de');
      await press(page, 'Go on');
      await textarea(page).waitFor();
      expect(stub.asked).toBe('/r/token?lang=de');
    });
  });

  it('comes from an address that may be kept for good', async () => {
    const answers = await Promise.all(
      [RESPOND_SCRIPT, '/respond.js', '/respond.js?v=older'].map((path) => fetch(stub.origin + path)),
    );
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'public, max-age=31536000, immutable',
      'public, max-age=300',
      'public, max-age=300',
    ]);
  });
});

function textarea(page: Page) {
  return page.getByRole('textbox', { name: 'Why?' });
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

async function saved(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Saved').waitFor();
}

async function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

async function chosen(page: Page): Promise<{ score: string | null; ease: string | null }> {
  return page.evaluate(() => {
    const of = (name: string) =>
      document.querySelector<HTMLInputElement>(`[name=${name}]:checked`)?.value ?? null;
    return { score: of('score'), ease: of('ease') };
  });
}
