import DKIM from 'nodemailer/lib/dkim';
import type { DkimKey } from './read-dkim.server.ts';

/**
 * What the signature covers, where a mail has it. Both headers of RFC 8058 are among them, which no default list has,
 * and what a stranger must not change: who writes, where answers go, and what belongs together.
 */
const SIGNED = [
  'From',
  'To',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Id',
  'Feedback-ID',
  'Auto-Submitted',
  'X-Auto-Response-Suppress',
].join(':');

/** The mail with its DKIM signature ahead of it, or as it is where there is no key. */
export async function signMail(key: DkimKey | null, bytes: Buffer): Promise<Buffer> {
  if (!key) return bytes;
  const { domain: domainName, selector: keySelector, privateKey } = key;
  const signer = new DKIM({ domainName, keySelector, privateKey, headerFieldNames: SIGNED });
  const chunks: Buffer[] = [];
  for await (const chunk of signer.sign(bytes)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
