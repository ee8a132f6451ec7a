import { createPublicKey } from 'node:crypto';
import { z } from 'zod';

/** Where news of mails that are out comes in. What is not set up is null, and its door answers 404. */
export interface Returns {
  /** Mails that come back go to `b+...@` this domain. */
  bounceDomain: string | null;
  /** A Maildir that a mail server on this machine delivers to. */
  dropFolder: string | null;
  imapUrl: string | null;
  /** The SNS topics of this installation; events of any other are refused. */
  sesTopics: readonly string[] | null;
  /** ECDSA P-256, base64 of the DER. */
  sendgridKey: string | null;
  mailgunKey: string | null;
  /** `name:password`, as the webhook's address carries it. */
  postmarkAuth: string | null;
}

const DOMAIN = /^(?=.{1,190}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
const TOPIC = /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/;

/** The variables, as part of the whole environment. */
export const returnVars = {
  BOUNCE_DOMAIN: z
    .string()
    .regex(DOMAIN, 'must be a domain whose mail reaches Rolecall, such as bounce.example.com')
    .transform((domain) => domain.toLowerCase())
    .optional(),
  BOUNCE_DROP: z.string().optional(),
  BOUNCE_IMAP_URL: z.string().optional(),
  SES_TOPIC_ARNS: z.string().optional(),
  SENDGRID_WEBHOOK_KEY: z
    .string()
    .refine(isP256, 'must be the verification key that SendGrid shows, in one line')
    .optional(),
  MAILGUN_SIGNING_KEY: z.string().min(16, 'must be the webhook signing key of Mailgun').optional(),
  POSTMARK_WEBHOOK_AUTH: z
    .string()
    .regex(/^[^:\s]+:\S{16,}$/, 'must be name:password, the password of at least 16 characters')
    .optional(),
};

type Raw = { [K in keyof typeof returnVars]?: z.infer<(typeof returnVars)[K]> };

/** @param fail throws, with a sentence that names the variable at fault. */
export function readReturns(raw: Raw, fail: (sentence: string) => never): Returns {
  const hasInbox = raw.BOUNCE_DROP !== undefined || raw.BOUNCE_IMAP_URL !== undefined;
  if (hasInbox && raw.BOUNCE_DOMAIN === undefined)
    fail(
      'BOUNCE_DOMAIN is missing; without it no mail that comes back can be told from a forged one, so BOUNCE_DROP and BOUNCE_IMAP_URL need it.',
    );
  return {
    bounceDomain: raw.BOUNCE_DOMAIN ?? null,
    dropFolder: raw.BOUNCE_DROP ?? null,
    imapUrl: raw.BOUNCE_IMAP_URL === undefined ? null : checkedImap(raw.BOUNCE_IMAP_URL, fail),
    sesTopics: raw.SES_TOPIC_ARNS === undefined ? null : checkedTopics(raw.SES_TOPIC_ARNS, fail),
    sendgridKey: raw.SENDGRID_WEBHOOK_KEY ?? null,
    mailgunKey: raw.MAILGUN_SIGNING_KEY ?? null,
    postmarkAuth: raw.POSTMARK_WEBHOOK_AUTH ?? null,
  };
}

/** A mailbox on another machine is read over TLS or not at all. */
function checkedImap(text: string, fail: (sentence: string) => never): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = url !== null && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  const isFit = url?.protocol === 'imaps:' || (url?.protocol === 'imap:' && isHere);
  if (!url?.hostname || !url.username || !isFit)
    fail('BOUNCE_IMAP_URL must be imaps://name:password@host (imap:// is for this machine only).');
  return text;
}

function checkedTopics(text: string, fail: (sentence: string) => never): string[] {
  const topics = text.split(',').map((one) => one.trim());
  if (!topics.every((topic) => TOPIC.test(topic)))
    fail('SES_TOPIC_ARNS must be topics between commas, such as arn:aws:sns:eu-west-1:123456789012:bounces.');
  return topics;
}

function isP256(key: string): boolean {
  try {
    const { asymmetricKeyDetails } = createPublicKey({
      key: Buffer.from(key, 'base64'),
      format: 'der',
      type: 'spki',
    });
    return asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}
