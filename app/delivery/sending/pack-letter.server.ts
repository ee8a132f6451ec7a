import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** How what is packed begins; no letter does, which begins with the name of a header. */
const PACKED = Buffer.of(0);
/** As little to set up as a letter needs: the rest would take longer than the packing. */
const SETTINGS = { level: 1, windowBits: 13, memLevel: 6, chunkSize: 4096 };

/** A letter is much the same tags over and over: a quarter of it is written to the ledger, and to its log. */
export function packLetter(bytes: Buffer): Buffer {
  return Buffer.concat([PACKED, deflateRawSync(bytes, SETTINGS)]);
}

/** The letter to the byte; one that was kept before letters were packed comes back as it is. */
export function unpackLetter(kept: Buffer): Buffer {
  return kept[0] === PACKED[0] ? inflateRawSync(kept.subarray(1)) : kept;
}
