import { randomBytes } from 'node:crypto';
import { shownAt } from '#app/answering/render-nonce.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createIds } from '#app/platform/ids.ts';
import { SECRET } from './filled-house.ts';
import type { AnswerLink } from './prepare.ts';

/** What a browser sends along; the server may look at it. */
export const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  accept: 'text/html',
  'accept-language': 'en',
  'sec-fetch-site': 'same-origin',
} as const;

/** The hidden fields of a respondent's page: what its form sends besides the answers. */
export function hiddenFields(page: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag] of page.matchAll(/<input\b[^>]*>/g)) {
    if (!/\btype="?hidden\b/.test(tag)) continue;
    const [, name] = /\bname="([^"]*)"/.exec(tag) ?? [];
    const [, value = ''] = /\bvalue="([^"]*)"/.exec(tag) ?? [];
    if (name) fields.append(name, value);
  }
  return fields;
}

/** The press on "send" of somebody who tapped one number. */
export function filledForm(hidden: URLSearchParams, score: number): URLSearchParams {
  const form = new URLSearchParams(hidden);
  form.set('q1', String(score));
  form.set('go', 'send');
  return form;
}

/** As the server makes them for its pages. */
const IDS = createIds(systemClock, randomBytes);

/** The same page as it would have been handed out to somebody else, a moment ago. */
export function anotherForm(
  template: URLSearchParams,
  { invitationId }: AnswerLink,
  score: number,
): URLSearchParams {
  const form = filledForm(template, score);
  const submitId = IDS.make();
  form.set('submit_id', submitId);
  form.set('shown', shownAt(SECRET, invitationId, submitId, Date.now()));
  return form;
}
