import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { PressedText } from './plain-exchange.ts';

/** RFC 1952, section 2.3: deflate, no flags, no time, system unknown. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** RFC 1951, section 3.2.4: an empty stored block that is the last one. */
const END = Buffer.from([1, 0, 0, 0xff, 0xff]);
const LONGEST_STORED = 0xffff;

interface Piece {
  text: string;
  size: number;
  pressed: Buffer;
  check: number;
  /** For each bit of the checksum of whatever stands before this piece, what it leaves behind the piece. */
  carried: Uint32Array;
}

/**
 * A text with holes whose pieces are compressed once for all. What fills a hole is put between them as it is, in a
 * stored block (RFC 1951, section 3.2.4): each piece ends on a byte and looks back at nothing before it, so blocks may
 * stand side by side. Filling in costs what it takes to copy the bytes, not a compression.
 */
export class PressedTemplate {
  readonly #pieces: Piece[];
  /** Bytes of everything but what fills the holes. */
  readonly #fixed: number;

  /** One piece more than there are holes. */
  constructor(pieces: readonly string[]) {
    this.#pieces = pieces.map(toPiece);
    this.#fixed = this.#pieces.reduce(
      (sum, { pressed }) => sum + pressed.length,
      HEAD.length + END.length + 8,
    );
  }

  fill(values: readonly string[]): PressedText {
    return { plain: () => this.#plain(values), gzip: () => this.#gzip(values) };
  }

  #plain(values: readonly string[]): string {
    return this.#pieces.map(({ text }, at) => text + (values[at] ?? '')).join('');
  }

  #gzip(given: readonly string[]): Buffer {
    const values = this.#pieces.map((_, index) => given[index] ?? '');
    const sizes = values.map((value) => Buffer.byteLength(value));
    const out = Buffer.allocUnsafe(this.#fixed + sizes.reduce((sum, size) => sum + storedSize(size), 0));
    let at = HEAD.copy(out);
    let check = 0;
    let length = 0;
    for (const [index, { pressed, size, check: own, carried }] of this.#pieces.entries()) {
      const value = values[index]!;
      at += pressed.copy(out, at);
      at = writeStored(out, at, value, sizes[index]!);
      check = (carry(carried, check) ^ own) >>> 0;
      if (value !== '') check = crc32(value, check);
      length += size + sizes[index]!;
    }
    at += END.copy(out, at);
    at = out.writeUInt32LE(check, at);
    out.writeUInt32LE(length % 2 ** 32, at);
    return out;
  }
}

function toPiece(text: string): Piece {
  const bytes = Buffer.from(text);
  const check = crc32(bytes);
  // A CRC is linear: what stands before a text changes its checksum by the sum of what each bit of it changes.
  const carried = Uint32Array.from({ length: 32 }, (_, bit) => crc32(bytes, (1 << bit) >>> 0) ^ check);
  const pressed = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return { text, size: bytes.length, pressed, check, carried };
}

function carry(carried: Uint32Array, check: number): number {
  let sum = 0;
  for (let bit = 0; bit < 32; bit += 1) if ((check >>> bit) & 1) sum ^= carried[bit]!;
  return sum;
}

/** Bytes before each stored block: that it is one, its length, and its length with every bit turned. */
const STORED_HEAD = 5;

function storedSize(size: number): number {
  return size + STORED_HEAD * Math.ceil(size / LONGEST_STORED);
}

/** Returns where it ends. */
function writeStored(out: Buffer, start: number, value: string, size: number): number {
  if (size === 0) return start;
  if (size <= LONGEST_STORED) return start + STORED_HEAD + out.write(value, writeHead(out, start, size));
  const bytes = Buffer.from(value);
  let at = start;
  for (let from = 0; from < size; from += LONGEST_STORED) {
    const part = bytes.subarray(from, from + LONGEST_STORED);
    at = writeHead(out, at, part.length);
    at += part.copy(out, at);
  }
  return at;
}

function writeHead(out: Buffer, at: number, size: number): number {
  out[at] = 0;
  out.writeUInt16LE(size, at + 1);
  return out.writeUInt16LE(~size & LONGEST_STORED, at + 3);
}
