import { verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { HOUR, SECOND } from '#app/platform/clock.ts';

export const SnsMessage = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string().min(1).max(200),
  TopicArn: z.string().max(500),
  Message: z.string(),
  Timestamp: z.string(),
  Subject: z.string().nullish(),
  Token: z.string().optional(),
  SubscribeURL: z.string().max(2000).optional(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string().max(500),
});
export type SnsMessage = z.infer<typeof SnsMessage>;

const CERTIFICATE =
  /^https:\/\/sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/SimpleNotificationService-[0-9a-f]+\.pem$/;
const HOST = /^sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;

export function isOfSns(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  return protocol === 'https:' && HOST.test(hostname) && port === '' && username === '' && password === '';
}

/** The certificates that SNS signs with, by address. */
export interface Certificates {
  at(url: string): Promise<X509Certificate[] | null>;
}

const KEPT = 24 * HOUR;
const MOST_KEPT = 20;
const MOST_BYTES = 64 * 1024;

/** Fetches each certificate once a day at most; `fetch` is handed in, so that a test can play the other side. */
export function fetchedCertificates(get: typeof fetch = fetch): Certificates {
  const kept = new Map<string, { chain: X509Certificate[]; until: number }>();
  return {
    async at(url) {
      if (!CERTIFICATE.test(url)) return null;
      const known = kept.get(url);
      if (known && known.until > Date.now()) return known.chain;
      const chain = await fetchChain(get, url);
      if (!chain) return null;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(url, { chain, until: Date.now() + KEPT });
      return chain;
    },
  };
}

async function fetchChain(get: typeof fetch, url: string): Promise<X509Certificate[] | null> {
  const answer = await get(url, { redirect: 'error', signal: AbortSignal.timeout(5 * SECOND) });
  if (!answer.ok) return null;
  const pem = (await answer.text()).slice(0, MOST_BYTES);
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.length > 0 ? blocks.map((block) => new X509Certificate(block)) : null;
  } catch {
    return null;
  }
}

/** Versions 1 (SHA-1) and 2 (SHA-256) sign the same lines. */
export async function isSignedBySns(
  message: SnsMessage,
  certificates: Certificates,
  now: number,
): Promise<boolean> {
  const chain = await certificates.at(message.SigningCertURL);
  const [own] = chain ?? [];
  if (!chain || !own || !isSound(chain, now)) return false;
  const hash = message.SignatureVersion === '2' ? 'sha256' : 'sha1';
  const signature = Buffer.from(message.Signature, 'base64');
  return verify(hash, Buffer.from(signedText(message)), own.publicKey, signature);
}

/** In its time, and each issued by the one that follows it, where more than one came. */
function isSound(chain: readonly X509Certificate[], now: number): boolean {
  return chain.every((certificate, place) => {
    const isNow = Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
    const issuer = chain[place + 1];
    return isNow && (!issuer || (certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)));
  });
}

const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const satisfies Record<SnsMessage['Type'], readonly (keyof SnsMessage)[]>;

/** Name and value of each field that is there, a line each. */
export function signedText(message: SnsMessage): string {
  return SIGNED[message.Type]
    .flatMap((name) => (typeof message[name] === 'string' ? [`${name}\n${message[name]}\n`] : []))
    .join('');
}
