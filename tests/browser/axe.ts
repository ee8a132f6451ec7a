import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** All rules that are on by themselves, and the size of targets. */
export const EVERY_RULE: RunOptions = { rules: { 'target-size': { enabled: true } } };
/** A scheme changes colours and nothing else. */
export const CONTRAST: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

const withAxe = new WeakSet<Page>();

/**
 * Puts axe on the page, past its policy, and on whatever this tab goes to after it: half a megabyte is sent once and stays
 * compiled. Frames have none: those of the product run no script.
 */
export async function bringAxe(page: Page): Promise<void> {
  if (withAxe.has(page)) return;
  withAxe.add(page);
  // As long as this session lasts.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  const source = `if (window === window.top) {${AXE}}`;
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source });
  await session.send('Runtime.evaluate', { expression: AXE });
}

/** What axe finds against the page in this scheme, by the words of `look`. */
export async function findings(
  page: Page,
  look: `${string}, ${'light' | 'dark'}`,
  options: RunOptions,
): Promise<string[]> {
  await page.emulateMedia({
    colorScheme: look.endsWith('dark') ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  // All that axe looked at is a hundred times as long as what it found, and each word of it is checked on its way here.
  const violations = await page.evaluate(
    async (given) => {
      const { axe } = window as unknown as { axe: { run(o: unknown): Promise<AxeResults> } };
      const { violations } = await axe.run(given);
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ target, failureSummary }) => ({ target: target.join(' '), failureSummary })),
      }));
    },
    { ...options, resultTypes: ['violations' as const] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${look}: ${id} at ${target}: ${failureSummary}`),
  );
}
