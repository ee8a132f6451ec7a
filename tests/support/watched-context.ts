import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

/** The words that a watched page says when a pointer was used on it. */
const POINTER = 'A pointer was pressed on this page.';

export interface WatchedContext {
  context: BrowserContext;
  /** What went wrong on any page: the console's errors and warnings, throws, refusals of the policy, answers of 500. */
  faults: string[];
}

/**
 * A browser window of its own whose faults are written down. `byKeyboard` makes any press of a pointer a fault;
 * it needs script, so with script off the test has to press keys alone.
 */
export async function openWatchedContext(
  browser: Browser,
  options: BrowserContextOptions = {},
  { byKeyboard = false } = {},
): Promise<WatchedContext> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const faults: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      faults.push(`${message.page()?.url()} says: ${message.text()}`);
  });
  context.on('weberror', (fault) => faults.push(`${fault.page()?.url()} throws: ${fault.error().stack}`));
  context.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.url()} answers ${answer.status()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`${violatedDirective} refuses ${blockedURI}`),
    );
  });
  if (byKeyboard)
    await context.addInitScript(
      (words) => document.addEventListener('pointerdown', () => console.error(words), true),
      POINTER,
    );
  return { context, faults };
}
