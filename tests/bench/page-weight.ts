import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import { launchChromium } from '#tests/support/chromium.ts';
import { fillHouse, SECRET } from './filled-house.ts';
import { BROWSER } from './forms.ts';
import type { Options } from './options.ts';
import { serveOurs } from './serve.ts';
import { median } from './table.ts';

/** A slow phone: 1.6 Mbit/s, a round trip of 150 ms, a processor four times slower. */
const SLOW = { bitsPerSecond: 1_600_000, roundTrip: 150, slower: 4 } as const;
const PHONE = { width: 375, height: 812 } as const;
const WANTED = 1200;

/** What a respondent's browser is sent, and how long it takes until the first question can be answered. */
export async function pageWeight({ runs }: Options): Promise<void> {
  const filled = await fillHouse('sqlite', { people: 10 * Math.ceil(runs / 5), waves: [1, 10] });
  const served = await serveOurs({ databaseUrl: filled.desk.house.env.databaseUrl, secret: SECRET });
  const browser = await launchChromium();
  try {
    console.log(`Bytes on the wire, and ms until the first question can be answered: medians of ${runs}.\n`);
    console.log(
      '| questions | head | page | page, gzip asked for | scripts | at once | slow phone |\n|---|---|---|---|---|---|---|',
    );
    for (const [at, { links }] of filled.waves.entries()) {
      const urls = links.slice(0, runs + 1).map(({ token }) => `http://127.0.0.1:${served.port}/r/${token}`);
      await printLine(browser, at === 0 ? 1 : 10, urls);
    }
  } finally {
    await browser.close();
    await served.stop();
    await filled.close();
  }
}

async function printLine(browser: Browser, questions: number, urls: readonly string[]): Promise<void> {
  const [plain, gzip] = [await weigh(urls[0]!, 'identity'), await weigh(urls[0]!, 'gzip')];
  const fast: Opening[] = [];
  const slow: Opening[] = [];
  // The first opening pays for the browser's own start.
  await open(browser, urls[0]!, false);
  for (const url of urls.slice(1)) fast.push(await open(browser, url, false));
  for (const url of urls.slice(1)) slow.push(await open(browser, url, true));
  const ms = (all: readonly Opening[]) => median(all.map(({ answerable }) => answerable));
  const cells = [
    questions,
    plain.head,
    plain.body,
    gzip.body,
    fast[0]!.scripts,
    ms(fast).toFixed(0),
    ms(slow).toFixed(0),
  ];
  console.log(`| ${cells.join(' | ')} |`);
  if (ms(slow) > WANTED) process.exitCode = 1;
}

/** Bytes that one connection carries for the page. */
function weigh(url: string, encoding: 'identity' | 'gzip'): Promise<{ head: number; body: number }> {
  return new Promise((resolve, reject) => {
    const headers = { ...BROWSER, 'accept-encoding': encoding };
    const sent = request(url, { headers, agent: false }, (answer) => {
      const socket = answer.socket;
      let body = 0;
      answer.on('data', (chunk: Buffer) => {
        body += chunk.length;
      });
      answer.on('end', () => resolve({ head: socket.bytesRead - body, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

interface Opening {
  /** Ms from the start of the navigation until a question can be seen and its first field answered. */
  answerable: number;
  /** Files of script that were asked for. */
  scripts: number;
}

async function open(browser: Browser, url: string, isSlow: boolean): Promise<Opening> {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  let scripts = 0;
  page.on('request', (asked) => {
    if (asked.resourceType() === 'script') scripts += 1;
  });
  await page.addInitScript(watchForField);
  if (isSlow) {
    const cdp = await context.newCDPSession(page);
    const bytesPerSecond = SLOW.bitsPerSecond / 8;
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: SLOW.roundTrip },
      ...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
    });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.slower });
  }
  await page.goto(url, { waitUntil: 'load' });
  const seen = await page.waitForFunction(() => (window as { answerableAt?: number }).answerableAt);
  const answerable = (await seen.jsonValue()) ?? Number.NaN;
  await context.close();
  return { answerable, scripts };
}

/** Runs in the page from its start: notes when the first field is enabled, has a place on the screen and was painted. */
function watchForField(): void {
  const noting = window as { answerableAt?: number };
  const look = () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('form input, form textarea, form select')];
    const seen = fields.find((field) => {
      if (field.type === 'hidden' || field.disabled) return false;
      const { width, height, top, left } = (field.closest('label') ?? field).getBoundingClientRect();
      return width > 8 && height > 8 && left >= 0 && top < window.innerHeight;
    });
    if (!seen) return void requestAnimationFrame(look);
    // What this frame shows is on the screen when the next one begins.
    requestAnimationFrame(() => {
      noting.answerableAt = performance.now();
    });
  };
  requestAnimationFrame(look);
}
