import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { playRespondent, press, received, whyBox } from '#tests/support/respondent-play.ts';

describe("the respondent's page in trouble", () => {
  const play = playRespondent();
  const { blank, sent } = play;
  let page: Page;
  beforeEach(async () => {
    page = await blank();
  });

  /** The second page, with its text written. */
  async function write(text: string): Promise<void> {
    await page.goto('/r/token');
    await press(page, 'Go on');
    await whyBox(page).fill(text);
  }

  it('without a connection keeps the text, says so, and sends once when it is back', async () => {
    await write('On a train');
    await page.getByText('Saved').waitFor();
    await page.context().setOffline(true);
    await press(page, 'Send');
    await page.getByText('No connection').waitFor();
    expect(await whyBox(page).inputValue()).toBe('On a train');
    expect(await page.locator('[aria-disabled]').count()).toBe(0);
    expect(sent('send')).toHaveLength(0);
    await page.context().setOffline(false);
    await received(page);
    expect(sent('send').map(({ fields }) => fields.get('why'))).toEqual(['On a train']);
  });

  it('sends again by itself while the server is away, as late as it asks, and as what it was', async () => {
    await write('Patience');
    await page.getByText('Saved').waitFor();
    await page.clock.pauseAt(Date.now() + 60_000);
    play.stub.tricks.push(
      { kind: 'status', status: 503, headers: { 'retry-after': '7' } },
      { kind: 'status', status: 503 },
    );
    await press(page, 'Send');
    await page.getByText('Busy').waitFor();
    await page.clock.runFor(6900);
    expect(sent('send')).toHaveLength(1);
    await page.clock.runFor(200);
    await expect.poll(() => sent('send').length).toBe(2);
    await page.getByText('Busy').waitFor();
    // The second wait is four seconds.
    await untilIdle(page);
    await page.clock.runFor(3900);
    expect(sent('send')).toHaveLength(2);
    await page.clock.runFor(200);
    await received(page);
    expect(new Set(sent('send').map(({ fields }) => String(fields))).size).toBe(1);
  });

  it('tries at once when asked to, with what was written since', async () => {
    await write('First');
    await page.getByText('Saved').waitFor();
    await page.clock.pauseAt(Date.now() + 60_000);
    play.stub.tricks.push({ kind: 'lost' });
    await press(page, 'Send');
    await page.getByText('No connection').waitFor();
    await whyBox(page).fill('First, and more');
    await press(page, 'Try now');
    await received(page);
    expect(sent('send').map(({ fields }) => fields.get('why'))).toEqual(['First', 'First, and more']);
  });

  it('asks before it is left with answers that nobody has, and no more once they are kept', async () => {
    await write('Nobody has this');
    await page.getByText('Saved').waitFor();
    play.stub.tricks.push({ kind: 'lost' });
    await page.clock.pauseAt(Date.now() + 60_000);
    await whyBox(page).fill('Nobody has this yet');
    await page.clock.runFor(700);
    await page.getByText('No connection').waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    expect((await asked).type()).toBe('beforeunload');
    await (await asked).dismiss();
    await press(page, 'Try now');
    await page.getByText('Saved').waitFor();
    const gone = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await gone;
  });

  it('keeps its page where something else answers, and passes on a sentence that refuses', async () => {
    await write('Long');
    await page.getByText('Saved').waitFor();
    const terms = { 'content-type': 'text/html' };
    play.stub.tricks.push({ kind: 'status', status: 200, headers: terms, body: '<p>Accept our terms</p>' });
    play.stub.tricks.push({ kind: 'status', status: 413, body: 'More than this page can take in.' });
    await page.clock.pauseAt(Date.now() + 60_000);
    await press(page, 'Send');
    await page.getByText('Busy').waitFor();
    await press(page, 'Try now');
    await page.getByText('More than this page can take in.').waitFor();
    await page.clock.runFor(60_000);
    expect(sent('send')).toHaveLength(2);
    expect(await whyBox(page).inputValue()).toBe('Long');
  });

  const BREAKS: Record<string, () => Promise<unknown>> = {
    'is blocked': () => page.route('**/respond.js*', (route) => route.abort()),
    throws: () =>
      page.route('**/respond.js*', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' }),
      ),
    'finds nothing to read a page with': () =>
      page.addInitScript(() => Object.assign(window, { DOMParser: undefined })),
    'finds nothing to send with': () =>
      page.addInitScript(() => Object.assign(window, { AbortController: undefined })),
  };

  it.each(Object.keys(BREAKS))('is a plain form where the script %s', async (name) => {
    await BREAKS[name]?.();
    await page.goto('/r/token');
    await page.getByRole('radio', { name: '7' }).check();
    await press(page, 'Go on');
    await whyBox(page).fill('Plain');
    await press(page, 'Back');
    await page.getByText('score?').waitFor();
    await press(page, 'Go on');
    await whyBox(page).waitFor();
    expect(await whyBox(page).inputValue()).toBe('Plain');
    await press(page, 'Send');
    await received(page);
    expect(play.stub.sent.filter(({ by }) => by === 'document').map(({ go }) => go)).toEqual([
      'on',
      'back',
      'on',
      'send',
    ]);
    expect(play.stub.sent.at(-1)?.fields.get('score')).toBe('7');
  });

  it('turns pages by itself again when the browser brings it back from its memory', async () => {
    await page.addInitScript(() => {
      const { DOMParser: sound } = window;
      Object.assign(window, {
        DOMParser: undefined,
        mend: () => Object.assign(window, { DOMParser: sound }),
      });
    });
    await page.goto('/r/token');
    // The browser's own sending ends nowhere, so the page stays as it is kept in memory.
    await page.route('/r/token', (route) =>
      route.request().isNavigationRequest() ? route.fulfill({ status: 204 }) : route.continue(),
    );
    const byItself = page.waitForRequest((request) => request.isNavigationRequest());
    await press(page, 'Go on');
    await byItself;
    await page.evaluate(() => {
      (window as unknown as { mend(): void }).mend();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await press(page, 'Go on');
    await whyBox(page).waitFor();
    expect(play.stub.sent.map(({ by }) => by)).toEqual(['empty', 'empty']);
  });
});

/** The press that was under way has been answered. */
async function untilIdle(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-disabled]'));
}
