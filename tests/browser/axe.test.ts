import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '#tests/support/doors.ts';
import { type Gallery, openGallery } from './gallery.ts';
import { FRAMES, PAGES } from './pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** All rules that are on by themselves, and the size of targets. */
const EVERY_RULE: RunOptions = { rules: { 'target-size': { enabled: true } } };
/** A scheme changes colours and nothing else. */
const CONTRAST: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

describe('axe', () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery.close());

  it('has every page route of the build to look at', async () => {
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

  it.concurrent.each(PAGES)('finds nothing on $name, wide or narrow, light or dark', async (row) => {
    const { page, faults, takeDown } = await gallery.hang(row, { viewport: { width: 1280, height: 900 } });
    await page.evaluate(AXE);
    const found = [
      ...(await findings(page, 'wide, light', EVERY_RULE)),
      ...(await findings(page, 'wide, dark', CONTRAST)),
    ];
    await page.setViewportSize({ width: 375, height: 812 });
    found.push(
      ...(await findings(page, 'narrow, dark', CONTRAST)),
      ...(await findings(page, 'narrow, light', EVERY_RULE)),
    );
    await takeDown();
    expect(found).toEqual([]);
    expect(faults()).toEqual([]);
  });
});

async function findings(page: Page, look: string, options: RunOptions): Promise<string[]> {
  await page.emulateMedia({
    colorScheme: look.endsWith('dark') ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const results = await page.evaluate(
    (given) => (window as unknown as { axe: { run(o: unknown): Promise<AxeResults> } }).axe.run(given),
    { ...options, resultTypes: ['violations' as const] },
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${look}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
