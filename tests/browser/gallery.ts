import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { systemClock } from '#app/platform/clock.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { openExampleHouse, signedInCookie } from '#tests/support/example-house.ts';
import { findPlaces, type Places } from '#tests/support/example-places.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openRestored, type RestoredPlaces } from '#tests/support/restored-house.ts';
import { openWatchedContext, type WatchedContext } from '#tests/support/watched-context.ts';
import type { PageRow, Visitor } from './pages.ts';

interface OpenWorld {
  test: TestHouse;
  doors: OpenDoors;
}

export interface Hung {
  page: Page;
  /** What went wrong until now. */
  faults(): string[];
  /** Closes the page. */
  takeDown(): Promise<void>;
  /**
   * Leaves its tab to the next page, for who has looked and changed nothing but size and scheme: a tab has a process of its
   * own, and to start one and to compile all scripts in it costs more than most looks.
   */
  leave(): Promise<void>;
}

/** A window with the tab that was left open in it. */
type Window = WatchedContext & { viewport: BrowserContextOptions['viewport']; tab?: Page | undefined };

/** Every page of the product, ready to be looked at in a real browser. */
export interface Gallery {
  browser: Browser;
  /** Opens the page of this row, signed in as its visitor. */
  hang(row: PageRow, options?: BrowserContextOptions): Promise<Hung>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const worlds = { example: await openExample(), new: await openNew(), bare: await openBare() };
  const { places: ofRestored, ...restored } = await openRestored();
  const all = { ...worlds, restored };
  const places = { ...(await findPlaces(worlds.example.test.house)), ...ofRestored };
  const browser = await launchChromium();
  const windows = new Map<string, Window[]>();
  return {
    browser,
    hang: async (row, options = {}) => {
      const world = all[row.world ?? 'example'];
      const key = JSON.stringify([row.world, row.as, options]);
      const free = windows.get(key) ?? [];
      windows.set(key, free);
      const window = free.pop() ?? (await openWindow(browser, world, row.as, options));
      return hang(window, places, row, () => free.push(window));
    },
    close: async () => {
      await browser.close();
      for (const { doors, test } of Object.values(all)) {
        await doors.close();
        await test.close();
      }
    },
  };
}

async function openExample(): Promise<OpenWorld> {
  const test = await openExampleHouse();
  return { test, doors: await openDoors(test.house) };
}

async function openNew(): Promise<OpenWorld> {
  const test = await openTestHouse({ time: systemClock });
  await foundTestWorkspace(test.house);
  return { test, doors: await openDoors(test.house) };
}

async function openBare(): Promise<OpenWorld> {
  const test = await openTestHouse({ time: systemClock });
  return { test, doors: await openDoors(test.house) };
}

/** A window that stays signed in as one visitor: opening one costs more than opening a page in it. */
async function openWindow(
  browser: Browser,
  { test, doors }: OpenWorld,
  visitor: Visitor,
  options: BrowserContextOptions,
): Promise<Window> {
  const window = await openWatchedContext(browser, { ...options, baseURL: doors.origin });
  if (visitor !== 'anonymous') await window.context.addCookies([await signedInCookie(test.house, visitor)]);
  return { ...window, viewport: options.viewport };
}

async function hang(
  window: Window,
  places: Places & RestoredPlaces,
  row: PageRow,
  giveBack: () => void,
): Promise<Hung> {
  const { faults } = window;
  const before = faults.length;
  let after: number | undefined;
  const page = window.tab ?? (await window.context.newPage());
  window.tab = undefined;
  const path = typeof row.path === 'string' ? row.path : row.path(places);
  const answer = await page.goto(path);
  await page.waitForFunction(isAlive);
  // The editor fetches its checks and its preview once it lives.
  if ((await page.locator('.bench').count()) > 0) await page.waitForLoadState('networkidle');
  await page.waitForFunction(isAtRest);
  const status = row.status ?? 200;
  if (answer?.status() !== status) throw new Error(`${path} answers ${answer?.status()}, not ${status}`);
  if (row.sendsEmpty) await sendEmpty(page);
  const expected = row.sendsEmpty ? 422 : status;
  return {
    page,
    // The browser writes down by itself that an answer was not 200.
    faults: () =>
      faults
        .slice(before, after)
        .filter((said) => !said.includes(`the server responded with a status of ${expected}`)),
    takeDown: async () => {
      await page.close();
      after = faults.length;
      giveBack();
    },
    leave: async () => {
      after = faults.length;
      // What a page still asks for when it is left is no fault of the next one. This one has no script, and the same process.
      await page.goto('/healthz');
      await page.emulateMedia({ colorScheme: null, reducedMotion: null });
      if (window.viewport) await page.setViewportSize(window.viewport);
      window.tab = page;
      giveBack();
    },
  };
}

/** Asked on each frame: nothing came, went or grew for a dozen of them, so that a look sees one state of the page. */
function isAtRest(): boolean {
  const looked = window as unknown as { looked?: string; calm?: number };
  const now = `${document.documentElement.scrollHeight} ${document.querySelectorAll('*').length}`;
  looked.calm = looked.looked === now ? (looked.calm ?? 0) + 1 : 0;
  looked.looked = now;
  return looked.calm >= 12;
}

/** True when React has taken over the page, or when nothing on it waits for script. */
function isAlive(): boolean {
  const waits = document.querySelector('script[type=module]') !== null;
  return !waits || Object.keys(document).some((key) => key.startsWith('__reactContainer'));
}

async function sendEmpty(page: Page): Promise<void> {
  const form = page.locator('main form[method=post]').first();
  await form.locator('button').first().press('Enter');
  await page.locator('.fault').first().waitFor();
}
