/** The two readable parts of a letter of our own making (multipart/alternative, as composeMessage writes it). */
export function readLetter(bytes: Buffer): { text: string; html: string } {
  const whole = bytes.toString('utf8');
  const boundary = /boundary="([^"]+)"/.exec(whole)?.[1];
  const parts = boundary ? whole.split(`--${boundary}`) : [whole];
  return { text: partOf(parts, 'text/plain'), html: partOf(parts, 'text/html') };
}

function partOf(parts: readonly string[], type: string): string {
  const part = parts.find((one) => new RegExp(`^content-type: ${type}`, 'im').test(one));
  if (!part) return '';
  const [head, ...rest] = part.split(/\r?\n\r?\n/);
  return decode(rest.join('\n\n').trim(), /^content-transfer-encoding: (\S+)/im.exec(head!)?.[1] ?? '7bit');
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
