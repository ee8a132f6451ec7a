import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { FASTEST_HAND } from '#app/answering/machine-signs.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { freePort } from '#tests/support/process.ts';
import { compareKept, type Told } from './answers-kept.ts';
import { askPeople } from './asked-people.ts';
import { Caller, eachOf, openAgent } from './caller.ts';
import { brokenOf, type Proof } from './figures.ts';
import { fillIn, LONG_SURVEY, planOf } from './long-survey.ts';
import { serve } from './served.ts';

type Plan = Record<string, string[]>;

export interface Bare {
  engine: Engine;
  /** Who answer over HTTP with nothing but forms. */
  people: number;
  /** Who answer in Chromium with JavaScript turned off. */
  inBrowser: number;
}

/** The whole survey with nothing but forms: no script, no cookies, and `Origin: null` as some browsers and proxies send. */
export async function answerWithoutScript({ engine, people, inBrowser }: Bare): Promise<Proof> {
  const asked = await askPeople(engine, LONG_SURVEY, people + inBrowser);
  const port = await freePort();
  const agent = openAgent();
  const server = await serve({ databaseUrl: asked.databaseUrl, port });
  try {
    const crowd = asked.people.map(({ answer, invitationId }, number) => {
      const told: Told = { invitationId, plan: planOf(number), isReceived: false, saved: null };
      return { path: `/r/${answer}`, told };
    });
    await eachOf(crowd.slice(0, people), 64, async ({ path, told }) => {
      told.isReceived = await sendForms(path, told.plan, () => new Caller(port, agent));
    });
    await inBrowsers(port, crowd.slice(people));
    const kept = await compareKept(
      asked.databaseUrl,
      crowd.map(({ told }) => told),
    );
    const { acknowledged, acknowledged_missing, responses, torn } = kept;
    return {
      figures: { people, in_browser: inBrowser, acknowledged, acknowledged_missing, responses, torn },
      broken: brokenOf({
        'everybody is told that it arrived': acknowledged === crowd.length,
        'and all of it has': acknowledged_missing === 0 && torn === 0 && responses === crowd.length,
      }),
    };
  } finally {
    agent.destroy();
    await server.stop();
    await asked.drop();
  }
}

/** Another browser for each press: it knows what the page carries, and no cookie. */
async function sendForms(path: string, plan: Plan, open: () => Caller): Promise<boolean> {
  let page = await open().get(path);
  for (let presses = 0; presses < 8 && page.status === 200; presses += 1) {
    await rest(FASTEST_HAND + 20);
    const headers = { origin: 'null', 'sec-fetch-site': 'cross-site' };
    const form = { ...fillIn(page.text, plan), moved: '' };
    page = await open().ask(path, { method: 'POST', form, headers });
  }
  return page.status === 303;
}

async function inBrowsers(port: number, crowd: readonly { path: string; told: Told }[]): Promise<void> {
  if (crowd.length === 0) return;
  const browser = await launchChromium();
  try {
    await eachOf(crowd, 4, async ({ path, told }) => {
      const page = await browser.newPage({ javaScriptEnabled: false });
      await page.goto(`http://127.0.0.1:${port}${path}`);
      told.isReceived = await pressThrough(page, told.plan);
      await page.close();
    });
  } finally {
    await browser.close();
  }
}

async function pressThrough(page: Page, plan: Plan): Promise<boolean> {
  for (let presses = 0; presses < 8; presses += 1) {
    for (const [field, values] of Object.entries(plan)) await fillField(page, field, values);
    await page.waitForTimeout(FASTEST_HAND);
    await page.locator('button[name=go]:not(.change):not(.back)').click();
    if ((await page.locator('.done').count()) > 0) return true;
  }
  return false;
}

async function fillField(page: Page, field: string, values: readonly string[]): Promise<void> {
  const seen = page.locator(`[name="${field}"]:not([type=hidden])`);
  if ((await seen.count()) === 0) return;
  const type = await seen.first().getAttribute('type');
  if (type !== 'radio' && type !== 'checkbox') return seen.first().fill(values[0]!);
  for (const value of values)
    await page.locator(`[name="${field}"][value="${value}"]`).check({ force: true });
}
