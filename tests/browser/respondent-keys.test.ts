import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { playRespondent, press, whyBox } from '#tests/support/respondent-play.ts';

describe("number keys on the respondent's page", () => {
  const { open, openSecond } = playRespondent();

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
    await whyBox(page).pressSequentially('10 of 7');
    expect(await whyBox(page).inputValue()).toBe('10 of 7');
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

async function chosen(page: Page): Promise<{ score: string | null; ease: string | null }> {
  return page.evaluate(() => {
    const of = (name: string) =>
      document.querySelector<HTMLInputElement>(`[name=${name}]:checked`)?.value ?? null;
    return { score: of('score'), ease: of('ease') };
  });
}
