import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { FASTEST_HAND } from '#app/answering/machine-signs.ts';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { choose, press, write } from '#tests/support/keyboard.ts';
import type { TakenMail } from '#tests/support/smtp-sink.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';
import { addressOf, type Character } from './cast.ts';

/** What a mail program shows of the letter that this person got, and the link in it. */
export function linkFor(person: Character, taken: readonly TakenMail[]): string {
  const letters = taken.filter(({ to }) => to.includes(addressOf(person)));
  expect(letters, `letters to ${person.name}`).toHaveLength(1);
  const { text } = readLetter(Buffer.from(letters[0]!.bytes));
  return /^https?:\/\/\S+\/r\/\S+$/m.exec(text)![0];
}

/** Opens the link on a phone that runs no script, answers by keys, and reads the thanks. */
export async function answerOnPhone(browser: Browser, person: Character, link: string): Promise<void> {
  const { context, faults } = await openWatchedContext(browser, {
    javaScriptEnabled: false,
    viewport: { width: 375, height: 812 },
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(link);
  const asked = await page.getByRole('heading', { level: 1 }).innerText();
  const role = person.role === 'Signs' ? 'Buyer' : 'End-user';
  expect(asked).toBe(`${person.name.split(' ')[0]}, you are answering as ${role} at ${person.account}.`);
  await choose(page, page.getByRole('radio', { name: String(person.score), exact: true }));
  await write(page, page.getByRole('textbox'), `${person.name} would like a shorter contract.`);
  // Nobody has read a page sooner, and who sends it at once is asked for one more press.
  await page.waitForTimeout(FASTEST_HAND);
  await press(page, page.getByRole('button', { name: 'Send my answers' }));
  await page.getByRole('heading', { name: `Received. Thank you, ${person.name.split(' ')[0]}.` }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
}
