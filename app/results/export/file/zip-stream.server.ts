import { pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  /** ASCII. */
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  plain: number;
  at: number;
}

/**
 * A ZIP archive (APPNOTE 6.3.9) written in one go: what an entry measures stands behind it, because it is not known before.
 * Throws a RangeError past four gigabytes, which would need the format's larger form.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const { name, bytes } of entries) {
    const entry: Written = { name: Buffer.from(name, 'ascii'), crc: 0, packed: 0, plain: 0, at };
    const head = localHeader(entry);
    yield head;
    for await (const piece of packed(bytes, entry)) yield piece;
    const foot = descriptor(entry);
    yield foot;
    at += head.length + entry.packed + foot.length;
    if (at > LARGEST || entry.plain > LARGEST) throw new RangeError('The archive grew past four gigabytes.');
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryLine));
  yield directory;
  yield endOf(written.length, directory.length, at);
}

const LARGEST = 0xffff_ffff;
/** Version 2.0; sizes stand behind the entry (bit 3); deflated; 1 January 1980, for archives that tell no time. */
const ABOUT = Buffer.from([20, 0, 8, 0, 8, 0, 0, 0, 0x21, 0]);

async function* packed(bytes: AsyncIterable<Uint8Array>, entry: Written): AsyncGenerator<Uint8Array> {
  const counted = async function* () {
    for await (const piece of bytes) {
      entry.crc = crc32(piece, entry.crc);
      entry.plain += piece.length;
      yield piece;
    }
  };
  const deflate = pipeline(counted(), createDeflateRaw({ level: 4 }), () => undefined);
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    entry.packed += piece.length;
    yield piece;
  }
}

function localHeader({ name }: Written): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  ABOUT.copy(head, 4);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function measures({ crc, packed: small, plain }: Written): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc, 0);
  sizes.writeUInt32LE(small, 4);
  sizes.writeUInt32LE(plain, 8);
  return sizes;
}

function descriptor(entry: Written): Buffer {
  return Buffer.concat([Buffer.from([0x50, 0x4b, 7, 8]), measures(entry)]);
}

function directoryLine(entry: Written): Buffer {
  const line = Buffer.alloc(46);
  line.writeUInt32LE(0x02014b50, 0);
  line.writeUInt16LE(20, 4);
  ABOUT.copy(line, 6);
  measures(entry).copy(line, 16);
  line.writeUInt16LE(entry.name.length, 28);
  line.writeUInt32LE(entry.at, 42);
  return Buffer.concat([line, entry.name]);
}

function endOf(entries: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
