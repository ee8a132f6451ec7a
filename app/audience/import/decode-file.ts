import { IMPORT_LIMITS, type Reason } from './import-limits.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type DecodeCode = 'ENCODING' | 'TOO_LARGE' | 'NOT_TEXT';

/**
 * A file as text. `encoding` comes first, `failed` comes last and at most once.
 * `guessed` is true when nothing in the file says which encoding it is, so a person should look at the names.
 */
export type DecodedPart =
  | { readonly kind: 'encoding'; readonly encoding: Encoding; readonly guessed: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'failed' } & Reason<DecodeCode>);

type Failed = Extract<DecodedPart, { kind: 'failed' }>;
type Sniffed = Exclude<DecodedPart, { kind: 'text' }>;
type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** One slice is decoded and split without a pause, so it is kept small. The first slice decides the encoding. */
const SLICE = 64 * 1024;

/**
 * Decodes a file slice by slice. Only the first 64 KB decide the encoding: a byte further down that does not
 * fit ends the reading with a reason, because a silently replaced letter is a wrong name.
 */
export async function* decodeFile(
  chunks: Bytes,
  maxBytes = IMPORT_LIMITS.bytes,
): AsyncGenerator<DecodedPart> {
  let decoder: SliceDecoder | null = null;
  let bytes = 0;
  for await (const slice of slices(chunks)) {
    bytes += slice.length;
    if (decoder === null) {
      const sniffed = sniff(slice);
      if (sniffed.kind === 'failed') return yield sniffed;
      yield sniffed;
      decoder = new SliceDecoder(sniffed.encoding);
    }
    const readable = bytes > maxBytes ? slice.subarray(0, slice.length - (bytes - maxBytes)) : slice;
    const { text, broken } = decoder.decode(readable);
    if (text !== '') yield { kind: 'text', text };
    if (broken) return yield undecodable(decoder.encoding);
    if (bytes > maxBytes) return yield tooLarge(maxBytes);
  }
  if (decoder?.endsBroken()) yield undecodable(decoder.encoding);
}

/** Regroups chunks of any size into slices of 64 KB; the last one may be shorter. */
async function* slices(chunks: Bytes): AsyncGenerator<Uint8Array> {
  let pending = new Uint8Array(SLICE);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(SLICE - filled, chunk.length - at);
      pending.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled < SLICE) continue;
      yield pending;
      pending = new Uint8Array(SLICE);
      filled = 0;
    }
  }
  if (filled > 0) yield pending.subarray(0, filled);
}

function sniff(head: Uint8Array): Sniffed {
  const foreign = FOREIGN_FILES.find(({ magic }) => magic.every((byte, at) => head[at] === byte));
  if (foreign)
    return {
      kind: 'failed',
      code: 'NOT_TEXT',
      sentence: `This is ${foreign.what}, not a CSV. ${SAVE_AS_CSV}`,
    };
  if (head[0] === 0xff && head[1] === 0xfe) return { kind: 'encoding', encoding: 'utf-16le', guessed: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { kind: 'encoding', encoding: 'utf-16be', guessed: false };
  const wide = sniffWide(head);
  if (wide) return { kind: 'encoding', encoding: wide, guessed: true };
  return sniffNarrow(head);
}

const SAVE_AS_CSV = 'Open it in a spreadsheet, save it as “CSV UTF-8”, and bring that file.';

const FOREIGN_FILES = [
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'a zip archive or an Excel workbook' },
  { magic: [0x50, 0x4b, 0x05, 0x06], what: 'an empty zip archive' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Excel workbook' },
  { magic: [0x1f, 0x8b], what: 'a gzip archive' },
  { magic: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
] as const;

/**
 * UTF-16 without a byte-order mark: plain letters leave a NUL on one side of each pair and none on the other.
 * The names of the columns, plain letters in most files, are enough to tell.
 */
function sniffWide(slice: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = slice.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  const pairs = head.length >> 1;
  if (odd >= pairs * 0.4 && even * 10 <= odd && odd > 0) return 'utf-16le';
  if (even >= pairs * 0.4 && odd * 10 <= even && even > 0) return 'utf-16be';
  return null;
}

/** UTF-8 when it fits. Else Windows-1252, unless most accented letters are good UTF-8: then two encodings are mixed. */
function sniffNarrow(head: Uint8Array): Sniffed {
  const utf8 = new SliceDecoder('utf-8');
  const whole = head.length < SLICE;
  if (!utf8.decode(head).broken && !(whole && utf8.endsBroken())) {
    return { kind: 'encoding', encoding: 'utf-8', guessed: false };
  }
  if (countControls(head) > head.length * 0.02) {
    return { kind: 'failed', code: 'NOT_TEXT', sentence: `This file is not text. ${SAVE_AS_CSV}` };
  }
  let good = 0;
  let bad = 0;
  for (const letter of new TextDecoder('utf-8').decode(head, { stream: !whole })) {
    if (letter === '\uFFFD') bad += 1;
    else if (letter > '\u007F') good += 1;
  }
  if (good > bad) return undecodable('utf-8');
  return { kind: 'encoding', encoding: 'windows-1252', guessed: true };
}

function countControls(head: Uint8Array): number {
  return head.reduce((count, byte) => (byte < 0x09 || (byte > 0x0d && byte < 0x20) ? count + 1 : count), 0);
}

/** Two decoders walk together: the strict one finds the byte that does not fit, the lenient one the text before it. */
class SliceDecoder {
  readonly encoding: Encoding;
  readonly #strict: TextDecoder;
  readonly #lenient: TextDecoder;

  constructor(encoding: Encoding) {
    this.encoding = encoding;
    this.#strict = new TextDecoder(encoding, { fatal: true });
    this.#lenient = new TextDecoder(encoding);
  }

  decode(slice: Uint8Array): { text: string; broken: boolean } {
    const lenient = this.#lenient.decode(slice, { stream: true });
    try {
      return { text: this.#strict.decode(slice, { stream: true }), broken: false };
    } catch {
      const at = lenient.indexOf('\uFFFD');
      return { text: at === -1 ? lenient : lenient.slice(0, at), broken: true };
    }
  }

  /** True when the file stops in the middle of a letter. */
  endsBroken(): boolean {
    try {
      this.#strict.decode();
      return false;
    } catch {
      return true;
    }
  }
}

function undecodable(encoding: Encoding): Failed {
  const name = encoding.toUpperCase();
  return {
    kind: 'failed',
    code: 'ENCODING',
    sentence: `here a letter is not written as ${name}, like the rest of the file. Save the file once more as “CSV UTF-8” and bring that one.`,
  };
}

function tooLarge(maxBytes: number): Failed {
  const megabytes = Math.round(maxBytes / 1024 / 1024);
  return {
    kind: 'failed',
    code: 'TOO_LARGE',
    sentence: `here the file passes ${megabytes} MB. Split it and bring the parts one by one.`,
  };
}
