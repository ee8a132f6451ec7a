import { createHash } from 'node:crypto';
import type { PlainReply } from '#app/platform/http/plain-exchange.ts';
import { respondentStyle } from './respondent-style.ts';

const STYLE_HASH = createHash('sha256').update(respondentStyle.text).digest('base64');

/**
 * Nothing but the page's own style, let by its hash, and files of this server. The same for everybody, so that a page
 * can be drawn once for all of them.
 */
const POLICY = [
  "default-src 'self'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "script-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept-encoding',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'content-security-policy': POLICY,
};

/** A page for a respondent, whatever door shows it. */
export function respondentPage(
  body: PlainReply['body'],
  status = 200,
  more: Readonly<Record<string, string>> = {},
): PlainReply {
  return { status, headers: { ...HEADERS, ...more }, body };
}

/** To a page that says what was done: a reload then sends nothing again. */
export function seeOther(location: string, more: Readonly<Record<string, string>> = {}): PlainReply {
  return { status: 303, headers: { location, 'cache-control': 'no-store', ...more }, body: '' };
}
