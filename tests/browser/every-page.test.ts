import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '#tests/support/doors.ts';
import { bringAxe, CONTRAST, EVERY_RULE, findings } from './axe.ts';
import { type Gallery, openGallery } from './gallery.ts';
import { inLargeText, smallTargets, sticksOut, withoutFocus } from './layout.ts';
import { FRAMES, PAGES } from './pages.ts';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 375, height: 812 };
const NARROWEST = { width: 320, height: 812 };
/** Pages that are mostly answered with a thumb. */
const FOR_THUMBS = /^respond|^unsubscribe/;

describe('every page', () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery.close());

  it('is in the list, and so is looked at', async () => {
    const bundles = await Promise.all([loadBundle('workspace'), loadBundle('respondent')]);
    const routes = bundles.flatMap((bundle) => Object.entries(bundle.routes));
    const pages = routes
      .filter(([, route]) => route?.module.default)
      .map(([id]) => id.replace(/^routes\//, '').replace(/\/route$/, ''))
      .filter((name) => name !== 'root' && !FRAMES.has(name));
    const known = new Set(PAGES.map(({ route }) => route));
    expect(
      pages.filter((name) => !known.has(name)),
      'pages without a row in tests/browser/pages.ts',
    ).toEqual([]);
  });

  // One visit for all looks: opening a page costs more than most of them.
  it.concurrent.each(PAGES)('$name holds up to axe, fits, and shows the focus', async (row) => {
    const { page, faults, leave } = await gallery.hang(row, { viewport: WIDE });
    const found = await withoutFocus(page);
    await bringAxe(page);
    found.push(...(await findings(page, 'wide, light', EVERY_RULE)));
    found.push(...(await findings(page, 'wide, dark', CONTRAST)));
    for (const size of [NARROW, NARROWEST]) {
      await page.setViewportSize(size);
      found.push(...(await sticksOut(page, `at ${size.width} px`)));
      if (FOR_THUMBS.test(row.name)) found.push(...(await smallTargets(page)));
    }
    await page.setViewportSize(NARROW);
    found.push(...(await findings(page, 'narrow, dark', CONTRAST)));
    found.push(...(await findings(page, 'narrow, light', EVERY_RULE)));
    await page.setViewportSize(WIDE);
    found.push(...(await inLargeText(page, () => sticksOut(page, 'with text of 200 %'))));
    await leave();
    expect(found).toEqual([]);
    expect(faults()).toEqual([]);
  });
});
