import { setTimeout as rest } from 'node:timers/promises';
import { FASTEST_HAND } from '#app/answering/machine-signs.ts';
import { writeInvitation } from '#app/delivery/invitation-mail.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import type { Asked } from './asked-people.ts';
import { type Caller, eachOf, type Reply } from './caller.ts';

/** The links of one letter, as what reads mail finds them. */
export interface ScannedLink {
  answer: string;
  all: string[];
  open(): Caller;
}

const ORIGIN = 'http://host.example';

/** Every address in the HTML and in the text of the letter that one person gets. */
export function letterLinks({ answer, unsubscribe }: Asked): Pick<ScannedLink, 'answer' | 'all'> {
  const letter = {
    ...{ workspaceName: 'Northwind', senderName: 'Ifeoma', personName: 'Dana', accountName: 'Meridian' },
    ...{ personaName: 'Buyer', why: null, language: 'en' },
    questionSet: { intro: '', questions: [questionOf('q1', 'recommend')] },
    ...{ answerUrl: `${ORIGIN}/r/${answer}`, unsubscribeUrl: `${ORIGIN}/u/${unsubscribe}` },
  };
  const { html, text } = writeInvitation(letter, wordsIn('en'));
  const found = [...html.matchAll(/href="([^"]+)"/g), ...text.matchAll(/(https?:\/\/\S+)/g)];
  const all = [...new Set(found.map(([, address]) => address!.slice(ORIGIN.length)))];
  // Eleven numbers, the link that people do not see, the bare one, and the way out.
  if (all.length !== 14) throw new Error(`a letter of ${all.length} links`);
  return { answer: `/r/${answer}`, all };
}

type Scanner = (link: ScannedLink) => Promise<void>;

/** Each must lead somewhere: what is never opened proves nothing. */
const followAll: Scanner = async ({ all, open }) => {
  for (const path of all) {
    const { status } = await open().get(path);
    if (status !== 200) throw new Error(`${path} in a letter answered ${status}`);
  }
};

const lookAhead: Scanner = async ({ all, open }) => {
  for (const path of all) {
    await open().ask(path, { method: 'HEAD' });
    await open().ask(path, { method: 'OPTIONS' });
    await open().ask(path, { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } });
  }
};

/** What only reads. */
export const READERS: readonly Scanner[] = [followAll, lookAhead];

async function press({ answer, open }: ScannedLink, query: string, more: Record<string, string> = {}) {
  const caller = open();
  let since: number;
  let page: Reply;
  do {
    since = performance.now();
    page = await caller.get(`${answer}${query}`);
    // On a busy machine the page may have been long on its way, and then this press would be none at once.
  } while (performance.now() - since > FASTEST_HAND / 4);
  await caller.post(answer, { ...hiddenFields(page.text), q1: '9', go: 'send', ...more });
}

const openAllAndPress: Scanner = async (link) => {
  for (let number = 0; number <= 10; number += 1) await link.open().get(`${link.answer}?v=${number}`);
  await press(link, '?v=10', { moved: '1' });
};

const followUnseenAndPress: Scanner = (link) => press(link, '?k=1', { moved: '1' });

const pressAtOnce: Scanner = (link) => press(link, '?v=9');

const fillInEverything: Scanner = (link) => press(link, '', { website: 'http://spam.example', moved: '1' });

const pressUnread: Scanner = async ({ answer, open }) => {
  await open().post(answer, { q1: '9', moved: '1', go: 'send' });
};

/** What presses, too. */
export const PRESSERS: readonly Scanner[] = [
  openAllAndPress,
  followUnseenAndPress,
  pressAtOnce,
  fillInEverything,
  pressUnread,
];

/** A browser that runs every script of the page for a while, and presses nothing. */
export async function stayInBrowser(
  links: readonly ScannedLink[],
  port: number,
  stay: number,
): Promise<void> {
  const browser = await launchChromium();
  try {
    await eachOf(links, 8, async ({ answer }) => {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}${answer}?v=9`);
      await page.waitForTimeout(stay);
      await page.close();
    });
  } finally {
    await browser.close();
  }
}

/**
 * Somebody who reads and presses, every other one in a browser with script; who is asked for one more press gives it.
 * Resolves to how many presses it took, or null where it was to no avail.
 */
export async function answerByHand({ answer, open }: ScannedLink, number: number): Promise<number | null> {
  const caller = open();
  const moved = number % 2 === 0 ? '' : '1';
  let page = await caller.get(`${answer}?v=7`);
  for (let presses = 1; presses <= 2; presses += 1) {
    await rest(FASTEST_HAND + 50);
    const filled: Record<string, string> = presses === 1 ? { q1: '7', moved } : {};
    page = await caller.post(answer, { ...hiddenFields(page.text), ...filled, go: 'send' });
    if (page.status === 303) return presses;
  }
  return null;
}
