import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { RESPOND_SCRIPT } from '#app/answering/enhance/respond-script.ts';
import { playRespondent, press, received, saved, whyBox } from '#tests/support/respondent-play.ts';

describe("the respondent's script", () => {
  const play = playRespondent();
  const { blank, open, openSecond, sent } = play;

  describe('keeping', () => {
    it('sends what changed after a rest, once, and takes over the revision', async () => {
      const page = await openSecond();
      await whyBox(page).pressSequentially('So\nthat');
      await saved(page);
      expect(sent('keep').map(({ fields }) => [fields.get('why'), fields.get('revision')])).toEqual([
        ['So\r\nthat', '1'],
      ]);
      expect(await page.locator('[name=revision]').inputValue()).toBe('2');
    });

    it('sends at once when the page is left', async () => {
      const page = await openSecond();
      await page.clock.pauseAt(Date.now() + 60_000);
      await whyBox(page).fill('Typed and gone');
      await page.goto('about:blank');
      await expect
        .poll(() => sent('keep').map(({ fields }) => fields.get('why')))
        .toEqual(['Typed and gone']);
    });

    it('stops where another tab holds newer answers, and says how to see them', async () => {
      const page = await openSecond();
      play.stub.tricks.push({ kind: 'status', status: 409, headers: { 'x-revision': '9' } });
      await whyBox(page).fill('Older');
      await page.getByText('Newer answers elsewhere').waitFor();
      await whyBox(page).fill('Older still');
      await page.clock.runFor(5000);
      expect(sent('keep')).toHaveLength(1);
      expect(await page.locator('[name=revision]').inputValue()).toBe('1');
      await press(page, 'Show them');
      await page.getByText('score?').waitFor();
    });

    it('takes what it took for lost for its own, and not for that of another tab', async () => {
      const page = await openSecond();
      play.stub.tricks.push(
        { kind: 'lost' },
        { kind: 'status', status: 409, headers: { 'x-revision': '2' } },
      );
      await whyBox(page).fill('On a train');
      await saved(page);
      expect(sent('keep').map(({ fields }) => fields.get('revision'))).toEqual(['1', '1', '2']);
    });

    it('keeps before a link is followed, which would show what was kept before', async () => {
      const page = await open();
      const gate = Promise.withResolvers<void>();
      play.stub.tricks.push({ kind: 'wait', until: gate.promise });
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
      play.stub.tricks.push({ kind: 'wait', until: gate.promise });
      await whyBox(page).fill('Why');
      await expect.poll(() => sent('keep').length).toBe(1);
      await press(page, 'Send');
      gate.resolve();
      await received(page);
      expect(play.stub.sent.at(-1)?.fields.get('revision')).toBe('2');
    });

    it('tells of a hand that moved, and not of one that a script made up', async () => {
      const page = await open();
      await page.evaluate(() => document.querySelector<HTMLElement>('[name=go]')?.click());
      await whyBox(page).waitFor();
      await press(page, 'Back');
      await page.getByText('score?').waitFor();
      await press(page, 'Go on');
      await whyBox(page).waitFor();
      expect(play.stub.sent.map(({ go, fields }) => [go, fields.get('moved')])).toEqual([
        ['on', '0'],
        ['back', '1'],
        ['on', '1'],
      ]);
      expect(play.stub.sent.every(({ fields }) => fields.get('website') === '')).toBe(true);
      await whyBox(page).fill('Why');
      await press(page, 'Send');
      await received(page);
      expect(await page.locator('[name=moved]').inputValue()).toBe('1');
    });
  });

  describe('choices', () => {
    it('takes the other ticks away with “None of these”, and that with another tick', async () => {
      const page = await openSecond();
      const ticked = () =>
        page
          .locator('[name=tools]')
          .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
      await page.getByLabel('Mail').check();
      await page.getByLabel('Chat').check();
      expect(await ticked()).toEqual([true, true, false]);
      await page.getByLabel('None of these').check();
      expect(await ticked()).toEqual([false, false, true]);
      await page.getByLabel('Chat').check();
      expect(await ticked()).toEqual([false, true, false]);
      await saved(page);
      expect(sent('keep').at(-1)?.fields.getAll('tools')).toEqual(['o2']);
    });
  });

  describe('turning', () => {
    it('puts the next page in place with its title, language and direction, and leads to its question', async () => {
      const page = await openSecond();
      expect(play.stub.sent.map(({ by }) => by)).toEqual(['empty']);
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
      await whyBox(page).fill('Why');
      await saved(page);
      const gate = Promise.withResolvers<void>();
      play.stub.tricks.push({ kind: 'wait', until: gate.promise });
      await page.getByRole('button', { name: 'Send' }).dblclick();
      await page.locator('[aria-disabled=true]').first().waitFor();
      await page.getByRole('button', { name: 'Send' }).press('Enter');
      gate.resolve();
      await received(page);
      expect(sent('send')).toHaveLength(1);
    });

    it('tries again what was pressed first, whatever is pressed while it is under way', async () => {
      const page = await openSecond();
      await whyBox(page).fill('Why');
      await saved(page);
      const gate = Promise.withResolvers<void>();
      play.stub.tricks.push({ kind: 'lost', until: gate.promise });
      await press(page, 'Send');
      await page.getByRole('button', { name: 'Back' }).click({ force: true });
      gate.resolve();
      await received(page);
      expect(play.stub.sent.map(({ go }) => go).filter((go) => go !== 'keep')).toEqual([
        'on',
        'send',
        'send',
      ]);
    });

    it("goes one page back with the browser's button, with what was written, and on again", async () => {
      const page = await openSecond();
      await whyBox(page).fill('Why');
      await page.goBack();
      await page.getByText('score?').waitFor();
      expect(play.stub.sent.at(-1)?.go).toBe('back');
      expect(play.stub.sent.at(-1)?.fields.get('why')).toBe('Why');
      await page.goForward();
      await whyBox(page).waitFor();
      expect(await whyBox(page).inputValue()).toBe('Why');
      await press(page, 'Send');
      await received(page);
      await page.goBack();
      await received(page);
      expect(sent('send')).toHaveLength(1);
    });

    it('leaves the number tapped in the mail out of the address, and keeps the language', async () => {
      const page = await blank();
      await page.goto('/r/token?v=7&lang=de&x=1');
      await expect.poll(() => page.evaluate(() => location.search)).toBe('?lang=de');
      await press(page, 'Go on');
      await whyBox(page).waitFor();
      expect(play.stub.asked).toBe('/r/token?lang=de');
    });
  });

  it('comes from an address that may be kept for good', async () => {
    const answers = await Promise.all(
      [RESPOND_SCRIPT, '/respond.js', '/respond.js?v=older'].map((path) => fetch(play.stub.origin + path)),
    );
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'public, max-age=31536000, immutable',
      'public, max-age=300',
      'public, max-age=300',
    ]);
  });
});

async function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}
