import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Twice what browsers start with: WCAG 2.2, 1.4.4. */
const LARGE_TEXT = 32;

/** What makes the page scroll sideways, by name. */
export async function sticksOut(page: Page, look: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`);
    return [`${scrollWidth} px of content in ${clientWidth} px: ${names.slice(0, 6).join(', ')}`];
  });
  return found.map((said) => `${look}: ${said}`);
}

/** Gives the page the text size of a reader who doubled it, for one look. */
export async function inLargeText<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const sizeOfText = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: LARGE_TEXT, fixed: 26 } });
  expect(await sizeOfText(), 'the page follows the reader’s own size of text').toBe(`${LARGE_TEXT}px`);
  const seen = await look();
  await session.send('Page.setFontSizes', { fontSizes: { standard: LARGE_TEXT / 2, fixed: 13 } });
  expect(await sizeOfText(), 'the next page in this tab is seen as browsers start').toBe('16px');
  await session.detach();
  return seen;
}

/** Everything one can tab to that looks the same with the focus on it; a frame drawn around a field counts. */
export async function withoutFocus(page: Page): Promise<string[]> {
  // Once a key was pressed, a focus given by script looks like one given by the keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const look = (element: Element) =>
      [element, element.parentElement].map((each) => {
        if (!each) return '';
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(each);
        return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor].join();
      });
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
    ];
    const reachable = all.filter((element) => element.tabIndex >= 0 && element.checkVisibility());
    return reachable.flatMap((element) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const before = look(element).join();
      element.focus();
      return look(element).join() === before ? [`no focus to see on ${element.outerHTML.slice(0, 120)}`] : [];
    });
  });
}

/** Whatever a thumb can hit that is under 44 px: a label stands for the control inside it. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, textarea, select, label:has(input)')].flatMap(
      (element) => {
        const { width, height } = element.getBoundingClientRect();
        if (width >= 44 && height >= 44) return [];
        return [
          `${Math.round(width)} × ${Math.round(height)} at ${innerWidth} px: ${element.outerHTML.slice(0, 120)}`,
        ];
      },
    ),
  );
}
