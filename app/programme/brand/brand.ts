import { z } from 'zod';
import { asciiDomain } from '#app/audience/import/email-address.ts';

/** Whose mail a programme's is, where it is not simply the workspace's. Null: as the workspace is. */
export interface Brand {
  senderName: string;
  displayName: string | null;
  /** `#rrggbb` */
  colour: string | null;
  replyTo: string | null;
  logo: Logo | null;
}

export interface Logo {
  /** SHA-256 of its bytes, base64url. */
  hash: string;
  /** As it is encoded; it is shown at {@link shownSize}. */
  width: number;
  height: number;
}

/** Pixels of a logo, as it is kept. Twice what is shown, for screens of double density. */
export const LOGO_BOX = { width: 400, height: 120 } as const;

/** Pixels of a page. */
export function shownSize({ width, height }: Logo): { width: number; height: number } {
  const share = Math.min(1, LOGO_BOX.width / 2 / width, LOGO_BOX.height / 2 / height);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** Where a logo is fetched from: the same for every reader, and for good. */
export function logoPath({ hash }: Pick<Logo, 'hash'>): string {
  return `/brand/${hash}.png`;
}

/** Refused, not stripped: whoever typed it should see what was taken. */
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;
const NOT_ONE_LINE = 'Write it on one line, without line breaks or control characters.';

export const SenderName = z
  .string()
  .trim()
  .min(1, 'Say who the mail is from: a person’s name is answered more often.')
  .max(80, 'Write at most 80 characters.')
  .regex(ONE_LINE, NOT_ONE_LINE);

const blankIsNull = (text: string) => (text === '' ? null : text);

/** What the form of a programme's mail holds, besides the logo. */
export const BrandForm = z.object({
  senderName: SenderName,
  displayName: z
    .string()
    .trim()
    .max(80, 'Write at most 80 characters.')
    .regex(ONE_LINE, NOT_ONE_LINE)
    .transform(blankIsNull),
  colour: z
    .string()
    .trim()
    .transform((text, at) => {
      if (text === '') return null;
      const colour = readColour(text);
      if (colour === null)
        at.addIssue({ code: 'custom', message: 'Write it as six digits, such as #1a7f37.' });
      return colour;
    }),
  replyTo: z
    .string()
    .trim()
    .transform((text, at) => {
      if (text === '') return null;
      const address = readReplyTo(text);
      if (address === null)
        at.addIssue({ code: 'custom', message: 'Write one plain address, such as feedback@example.com.' });
      return address;
    }),
});
export type BrandForm = z.output<typeof BrandForm>;

/** `#rgb` or `#rrggbb`, with or without the sign; null for anything else. */
export function readColour(text: string): string | null {
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const six = digits.length === 6 ? digits : [...digits].map((digit) => digit + digit).join('');
  return `#${six.toLowerCase()}`;
}

/** One address that several people may read: letters and signs that mean nothing to a mail server, and a domain. */
export function readReplyTo(text: string): string | null {
  const [, local, domain] = /^([a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([^@\s]+)$/i.exec(text) ?? [];
  if (local === undefined || domain === undefined || /^\.|\.\.|\.$/.test(local)) return null;
  const ascii = asciiDomain(domain);
  return ascii === null || local.length + ascii.length > 253 ? null : `${local}@${ascii}`;
}

/** True for addresses that nobody reads. */
export function isNoReply(address: string): boolean {
  const local = address
    .split('@', 1)[0]!
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return /^(no|dont|donot|never)(reply|answer|respond)|^(noresponse|mailerdaemon|bounces?)$/.test(local);
}

export const NO_REPLY_SENTENCE =
  'It sounds like an address that nobody reads. People do answer such mail, and what they write would be lost: name an address that somebody reads.';
