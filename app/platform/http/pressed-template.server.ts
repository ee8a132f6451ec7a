import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { PressedText } from './plain-exchange.ts';

/** RFC 1952, section 2.3: deflate, no flags, no time, system unknown. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** RFC 1951, section 3.2.4: an empty stored block that is the last one. */
const END = Buffer.from([1, 0, 0, 0xff, 0xff]);
const LONGEST_STORED = 0xffff;

/**
 * A text with holes whose pieces are compressed once for all. What fills a hole is put between them as it is, in a
 * stored block (RFC 1951, section 3.2.4): each piece ends on a byte and looks back at nothing before it, so blocks may
 * stand side by side. Filling in costs a checksum, not a compression.
 */
export class PressedTemplate {
  readonly #pieces: { text: string; bytes: Buffer; pressed: Buffer }[];

  /** One piece more than there are holes. */
  constructor(pieces: readonly string[]) {
    this.#pieces = pieces.map((text) => {
      const bytes = Buffer.from(text);
      return {
        text,
        bytes,
        pressed: deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH }),
      };
    });
  }

  fill(values: readonly string[]): PressedText {
    return { plain: () => this.#plain(values), gzip: () => this.#gzip(values) };
  }

  #plain(values: readonly string[]): string {
    return this.#pieces.map(({ text }, at) => text + (values[at] ?? '')).join('');
  }

  #gzip(values: readonly string[]): Buffer {
    const blocks: Buffer[] = [HEAD];
    let check = 0;
    let size = 0;
    for (const [at, { bytes, pressed }] of this.#pieces.entries()) {
      blocks.push(pressed);
      check = crc32(bytes, check);
      size += bytes.length;
      const value = values[at];
      if (!value) continue;
      const filled = Buffer.from(value);
      blocks.push(...storedBlocks(filled));
      check = crc32(filled, check);
      size += filled.length;
    }
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(check, 0);
    tail.writeUInt32LE(size % 2 ** 32, 4);
    blocks.push(END, tail);
    return Buffer.concat(blocks);
  }
}

function storedBlocks(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += LONGEST_STORED) {
    const part = bytes.subarray(from, from + LONGEST_STORED);
    const head = Buffer.alloc(5);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(~part.length & LONGEST_STORED, 3);
    blocks.push(head, part);
  }
  return blocks;
}
