import type { Delivery } from './report-fields.ts';

const BEGINS = /^\s*Hi\. This is the /;
const MOST_ADDRESSES = 20;

/**
 * What qmail and its heirs write instead of a report (QSBMF): after a fixed first line, each paragraph that begins with an address
 * says why it was given up; a line of dashes ends them. Null where the text is none.
 */
export function readQmailBounce(text: string): Delivery[] | null {
  if (!BEGINS.test(text)) return null;
  const [said = ''] = text.replace(/\r\n?/g, '\n').split(/\n-{3}/, 1);
  return said
    .split(/\n\s*\n/)
    .flatMap((paragraph) => /^\s*<[^<>\n]*>:\n([\s\S]+)$/.exec(paragraph)?.[1] ?? [])
    .slice(0, MOST_ADDRESSES)
    .map((words) => {
      const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? null;
      return {
        kind: status?.startsWith('4') ? 'soft_bounce' : 'hard_bounce',
        status,
        detail: words,
        at: null,
      };
    });
}
