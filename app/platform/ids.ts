import type { Clock } from './clock.ts';

/** Kinds of thing that have a page, and the prefix their ids wear in URLs and the API. */
const PREFIXES = {
  account: 'acc',
  attribute: 'att',
  person: 'per',
  role: 'rol',
  programme: 'pro',
  survey: 'sur',
  version: 'ver',
  wave: 'wav',
  invitation: 'inv',
  message: 'msg',
  response: 'res',
  held: 'hel',
  import: 'imp',
  export: 'exp',
  followUp: 'fol',
  decision: 'dec',
  theme: 'the',
  rule: 'rul',
  alert: 'ale',
  alertRule: 'alr',
  away: 'awy',
  moment: 'mom',
  touch: 'tou',
  member: 'mem',
  key: 'key',
  endpoint: 'end',
  event: 'evt',
  share: 'shr',
} as const;

export type IdKind = keyof typeof PREFIXES;

/** Makes ids: UUIDv7, so that they sort by the time they were made and need no sequence. */
export interface Ids {
  make(): string;
  /** An id that holds no time (UUIDv4), for rows that must not tell when they came. */
  makeUnordered(): string;
}

export function createIds(clock: Clock, random: (size: number) => Uint8Array): Ids {
  return { make: () => uuidV7(clock.now(), random(10)), makeUnordered: () => uuidV4(random(16)) };
}

/** RFC 9562 section 5.7: 48 bits of ms, then the version, the variant and 74 random bits. */
function uuidV7(ms: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(ms) << 16n);
  bytes.set(random, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return written(bytes);
}

/** The least id that could be made at a moment: those made from then on sort after it. */
export function firstIdAt(ms: number): string {
  return uuidV7(Math.max(0, Math.floor(ms)), new Uint8Array(10));
}

/** RFC 9562 section 5.4: 122 random bits. */
function uuidV4(random: Uint8Array): string {
  const bytes = Uint8Array.from(random);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return written(bytes);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function written(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Crockford's base 32: no i, l, o or u to misread. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SLUG_LENGTH = 26;
/** Two letters for each number of ten bits. */
const PAIRS = Array.from({ length: 1024 }, (_, bits) => `${ALPHABET[bits >> 5]}${ALPHABET[bits & 31]}`);
const DASH = 45;
/** By the code of a letter, the four bits of a hexadecimal digit; more for what is none. */
const NO_DIGIT = 16;
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? NO_DIGIT : digit;
});

/** The id as a URL shows it: `per_01k...`, 26 characters after the prefix. A file of answers has millions of them. Throws for what is no id. */
export function toSlug(kind: IdKind, id: string): string {
  let text = `${PREFIXES[kind]}_`;
  // Ten bits at a time make two letters; two that say nothing go ahead of the 128.
  let [bits, count] = [0, 2];
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    if (code === DASH) continue;
    const digit = DIGITS[code] ?? NO_DIGIT;
    if (digit === NO_DIGIT) break;
    bits = ((bits << 4) | digit) & 0xfffff;
    count += 4;
    if (count < 10) continue;
    count -= 10;
    text += PAIRS[(bits >> count) & 1023];
  }
  if (count !== 0 || text.length !== PREFIXES[kind].length + 1 + SLUG_LENGTH)
    throw new RangeError(`${id} is no id.`);
  return text;
}

/** The id behind a slug of this kind, or null for anything else: another kind, a typo, a script. */
export function fromSlug(kind: IdKind, slug: string | undefined): string | null {
  const prefix = `${PREFIXES[kind]}_`;
  if (!slug?.startsWith(prefix) || slug.length !== prefix.length + SLUG_LENGTH) return null;
  let value = 0n;
  for (const letter of slug.slice(prefix.length)) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return null;
    value = (value << 5n) | BigInt(digit);
  }
  if (value >= 1n << 128n) return null;
  const hex = value.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
