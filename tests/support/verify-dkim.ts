import { createHash, createPublicKey, createVerify, type KeyObject } from 'node:crypto';

/** What a mail server would find out about the signature of a mail (RFC 6376, relaxed/relaxed, rsa-sha256). */
export interface Dkim {
  tags: ReadonlyMap<string, string>;
  /** The headers it covers, in lower case. */
  covers: string[];
  bodyIsWhole: boolean;
  isSigned: boolean;
}

/** Written after the RFC and apart from the library that signs, so that the two may contradict each other. */
export function verifyDkim(mail: string, publicKey: string | KeyObject): Dkim {
  const cut = mail.indexOf('\r\n\r\n');
  const headers = mail.slice(0, cut).split(/\r\n(?![ \t])/);
  const body = mail.slice(cut + 4);
  const signature = headers.find((line) => /^dkim-signature:/i.test(line));
  if (!signature) throw new Error('the mail is not signed');
  const tags = new Map(
    signature
      .slice(signature.indexOf(':') + 1)
      .replace(/\s+/g, '')
      .split(';')
      .filter((tag) => tag !== '')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)] as const),
  );
  const covers = tags.get('h')!.toLowerCase().split(':');
  const left = [...headers];
  const covered = covers.flatMap((name) => {
    const at = left.findLastIndex((line) => line.slice(0, line.indexOf(':')).trim().toLowerCase() === name);
    return at < 0 ? [] : left.splice(at, 1).map(relaxed);
  });
  const unsigned = relaxed(signature.replace(/([;:\s]b\s*=)[^;]*/, '$1'));
  const verifier = createVerify('RSA-SHA256').update([...covered, unsigned].join('\r\n'));
  const key = typeof publicKey === 'string' ? createPublicKey(publicKey) : publicKey;
  return {
    tags,
    covers,
    bodyIsWhole: createHash('sha256').update(relaxedBody(body)).digest('base64') === tags.get('bh'),
    isSigned: verifier.verify(key, tags.get('b')!, 'base64'),
  };
}

/** RFC 6376, 3.4.2 */
function relaxed(line: string): string {
  const at = line.indexOf(':');
  const value = line
    .slice(at + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${line.slice(0, at).trim().toLowerCase()}:${value}`;
}

/** RFC 6376, 3.4.4 */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  const text = lines.join('\r\n').replace(/(\r\n)*$/, '');
  return text === '' ? '' : `${text}\r\n`;
}
