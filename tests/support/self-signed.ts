import { type KeyObject, sign } from 'node:crypto';

const SHA256_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const VERSION_3 = Buffer.from('a003020102', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const [SEQUENCE, SET, INTEGER, BITS, TEXT, TIME] = [0x30, 0x31, 0x02, 0x03, 0x0c, 0x17];

/** A certificate that signs itself (RFC 5280), as PEM: Node reads them and makes none. */
export function selfSigned(
  { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject },
  { from, to }: { from: Date; to: Date },
): string {
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(TEXT, Buffer.from('sns.test')))));
  const time = (at: Date) =>
    der(TIME, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
  const tbs = der(
    SEQUENCE,
    ...[VERSION_3, der(INTEGER, Buffer.from([1])), SHA256_RSA, name],
    ...[der(SEQUENCE, time(from), time(to)), name, publicKey.export({ type: 'spki', format: 'der' })],
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', tbs, privateKey)]);
  const bytes = der(SEQUENCE, tbs, SHA256_RSA, der(BITS, signature));
  const lines = bytes.toString('base64').match(/.{1,64}/g)!;
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const inside = Buffer.concat(parts);
  const size = inside.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), inside]);
}
