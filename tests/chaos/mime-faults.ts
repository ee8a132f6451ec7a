import { verifyDkim } from '#tests/support/verify-dkim.ts';

/** What a mail was to be, apart from the words that somebody wrote into it. */
export interface WantedMail {
  to: string;
  from: string;
  replyTo: string;
  answerUrl: string;
  unsubscribeUrl: string;
  publicKey: string;
  /** It stands under another letter. */
  isThreaded: boolean;
}

const HEADERS = [
  ...[
    'dkim-signature',
    'from',
    'to',
    'reply-to',
    'subject',
    'message-id',
    'date',
    'mime-version',
    'content-type',
  ],
  ...['list-unsubscribe', 'list-unsubscribe-post', 'list-id', 'feedback-id'],
  ...['auto-submitted', 'x-auto-response-suppress'],
];

export type MimeFault = 'extra_header' | 'extra_recipient' | 'broken_line' | 'other';

/** What is wrong with a mail as a mail server took it; read by RFC 5322 and 2047, with nothing of the composer. */
export function mimeFaults(taken: { to: readonly string[]; bytes: string }, wanted: WantedMail): MimeFault[] {
  const { bytes } = taken;
  const faults = new Set<MimeFault>();
  if (taken.to.length !== 1 || taken.to[0] !== wanted.to) faults.add('extra_recipient');
  if (hasBrokenLine(bytes)) faults.add('broken_line');
  const head = bytes.slice(0, bytes.indexOf('\r\n\r\n'));
  const headers = head.split(/\r\n(?![ \t])/).map((line) => ({
    name: line.slice(0, line.indexOf(':')).toLowerCase(),
    value: line
      .slice(line.indexOf(':') + 1)
      .replace(/\r\n(?=[ \t])/g, '')
      .trim(),
  }));
  const expected = [...HEADERS, ...(wanted.isThreaded ? ['in-reply-to', 'references'] : [])];
  const names = headers.map(({ name }) => name);
  const tooMany = names.filter((name, at) => !expected.includes(name) || names.indexOf(name) !== at);
  if (tooMany.length > 0) faults.add('extra_header');
  if (expected.some((name) => !names.includes(name) && !/^(in-reply-to|references)$/.test(name)))
    faults.add('other');
  const valueIn = (name: string) => headers.find((one) => one.name === name)?.value ?? '';
  for (const [name, address] of [
    ['to', wanted.to],
    ['from', wanted.from],
    ['reply-to', wanted.replyTo],
  ] as const)
    if (!isOneMailbox(valueIn(name), address)) faults.add('extra_recipient');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\x00-\x1f\x7f-\uffff]/.test(headers.map(({ value }) => value).join(''))) faults.add('broken_line');
  if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(decoded(valueIn('subject'))))
    faults.add('other');
  if (!isBodyWhole(bytes, valueIn('content-type'), wanted)) faults.add('other');
  const dkim = verifyDkim(bytes, wanted.publicKey);
  if (!dkim.isSigned || !dkim.bodyIsWhole) faults.add('other');
  return [...faults];
}

/** RFC 5322, 2.1.1 and 2.3: CR and LF stand together, and no line is longer than 998. */
function hasBrokenLine(bytes: string): boolean {
  if (bytes.includes('\0') || /\r(?!\n)|(?<!\r)\n/.test(bytes)) return true;
  return bytes.split('\r\n').some((line) => Buffer.byteLength(line) > 998);
}

/** One mailbox, this one: beside its name in quotes or encoded words nothing but letters may stand. */
function isOneMailbox(value: string, address: string): boolean {
  const end = value.endsWith(`<${address}>`) ? `<${address}>` : address;
  if (!value.endsWith(end)) return false;
  const name = value
    .slice(0, value.length - end.length)
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .replace(/=\?[^?\s]+\?[QB]\?[^?\s]*\?=/gi, '');
  return end === address ? name.trim() === '' : /^[^,;:<>@()"[\]\\]*$/.test(name);
}

function decoded(value: string): string {
  return value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?[^?]+\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : unquoted(text.replaceAll('_', ' ')),
    );
}

function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** Two parts that say the same; the ways in and out on lines of their own, once; and no markup of anybody else's. */
function isBodyWhole(bytes: string, contentType: string, { answerUrl, unsubscribeUrl }: WantedMail): boolean {
  const boundary = /^multipart\/alternative;\s*boundary="([^"]+)"$/.exec(contentType)?.[1];
  if (!boundary) return false;
  const parts = bytes.slice(bytes.indexOf('\r\n\r\n')).split(`--${boundary}`);
  if (parts.length !== 4 || parts[3]!.trim() !== '--') return false;
  const [text, html] = parts.slice(1, 3).map(bodyOf);
  if (text === undefined || html === undefined) return false;
  const lines = text.split(/\r?\n/);
  const once = (url: string) => lines.filter((line) => line === url).length === 1;
  return once(answerUrl) && once(unsubscribeUrl) && !html.includes('<script') && !html.includes('<h1');
}

function bodyOf(part: string): string {
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString();
  return /^content-transfer-encoding: quoted-printable/im.test(head) ? unquoted(body) : body;
}
