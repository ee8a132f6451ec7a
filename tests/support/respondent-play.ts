import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openRespondentStub, type RespondentStub, type SentPage } from './respondent-stub.ts';
import { openWatchedContext, type WatchedContext } from './watched-context.ts';

/** The browser itself writes these to the console when a request fails; the script says it on the page. */
const EXPECTED = /Failed to load resource|answers 503|broken on purpose/;

export interface RespondentPlay {
  readonly stub: RespondentStub;
  /** A page of a window of its own. Its clock runs, and can be moved forward. */
  blank(options?: BrowserContextOptions): Promise<Page>;
  /** The same on the first page. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** On the second page. */
  openSecond(): Promise<Page>;
  sent(go: string): SentPage[];
}

/** A browser on a page that plays the respondent's, anew for each test; a fault on it fails the test. */
export function playRespondent(): RespondentPlay {
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
  const play: RespondentPlay = {
    get stub() {
      return stub;
    },
    async blank(options) {
      const opened = await openWatchedContext(browser, { baseURL: stub.origin, ...options });
      watched.push(opened);
      const page = await opened.context.newPage();
      await page.clock.install();
      return page;
    },
    async open(options) {
      const page = await play.blank(options);
      await page.goto('/r/token');
      return page;
    },
    async openSecond() {
      const page = await play.open();
      await press(page, 'Go on');
      await whyBox(page).waitFor();
      return page;
    },
    sent: (go) => stub.sent.filter((one) => one.go === go),
  };
  return play;
}

export function whyBox(page: Page) {
  return page.getByRole('textbox', { name: 'Why?' });
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** The page after everything was taken in. */
export async function received(page: Page): Promise<void> {
  await page.getByText('Received.').waitFor();
}

export async function saved(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Saved').waitFor();
}
