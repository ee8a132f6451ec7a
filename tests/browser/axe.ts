import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** All rules that are on by themselves, and the size of targets. */
export const EVERY_RULE: RunOptions = { rules: { 'target-size': { enabled: true } } };
/** A scheme changes colours and nothing else. */
export const CONTRAST: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** Puts axe on the page, past its policy, and as a script that the browser remembers having compiled. */
export async function bringAxe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  await session.detach();
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
  const results = await page.evaluate(
    (given) => (window as unknown as { axe: { run(o: unknown): Promise<AxeResults> } }).axe.run(given),
    { ...options, resultTypes: ['violations' as const] },
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${look}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
