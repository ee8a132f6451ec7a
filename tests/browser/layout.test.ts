import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from './gallery.ts';
import { PAGES } from './pages.ts';

const NARROW = [320, 375];
const WIDE = 1280;
/** Twice what browsers start with: WCAG 2.2, 1.4.4. */
const LARGE_TEXT = 32;

describe('every page', () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery.close());

  it.concurrent.each(PAGES)('$name fits narrow screens and large text, and shows the focus', async (row) => {
    const { page, faults, takeDown } = await gallery.hang(row, { viewport: { width: WIDE, height: 900 } });
    const found = [...(await withoutFocus(page))];
    for (const width of NARROW) {
      await page.setViewportSize({ width, height: 812 });
      found.push(...(await sticksOut(page, `at ${width} px`)));
    }
    await page.setViewportSize({ width: WIDE, height: 900 });
    await enlargeText(page);
    found.push(...(await sticksOut(page, 'with text of 200 %')));
    await takeDown();
    expect(found).toEqual([]);
    expect(faults()).toEqual([]);
  });

  const respondents = PAGES.filter(({ name }) => /^respond|^unsubscribe/.test(name));
  it.concurrent.each(respondents)('$name has targets of 44 px for a thumb', async (row) => {
    const { page, takeDown } = await gallery.hang(row, { viewport: { width: 320, height: 812 } });
    const found: string[] = [];
    for (const width of NARROW) {
      await page.setViewportSize({ width, height: 812 });
      found.push(...(await smallTargets(page)));
    }
    await takeDown();
    expect(found).toEqual([]);
  });
});

/** What makes the page scroll sideways, by name. */
async function sticksOut(page: Page, look: string): Promise<string[]> {
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

async function enlargeText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: LARGE_TEXT, fixed: 26 } });
  const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(size, 'the page follows the reader’s own size of text').toBe(`${LARGE_TEXT}px`);
}

/** Everything one can tab to that looks the same with the focus on it; a frame drawn around a field counts. */
async function withoutFocus(page: Page): Promise<string[]> {
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

/** Whatever a thumb can hit: a label stands for the control inside it. */
function smallTargets(page: Page): Promise<string[]> {
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
