import { Buffer } from 'node:buffer';

export interface SentFile {
  /** ASCII, without quotes. */
  name: string;
  type: string;
  size: number;
  /** In hexadecimal digits. */
  sha256: string;
  bytes: AsyncGenerator<Uint8Array, void, undefined>;
}

/** A file to keep, never faster than it is read. Its length is said first, so that one that was cut off is known by it. */
export function sendFile({ method }: Request, { name, type, size, sha256, bytes }: SentFile): Response {
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'content-length': String(size),
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'cache-control': 'no-store',
  };
  return new Response(method === 'HEAD' ? null : streamBytes(bytes), { headers });
}

function streamBytes(pieces: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (sink) => {
      const { done, value } = await pieces.next();
      if (done) sink.close();
      else sink.enqueue(value);
    },
    cancel: async () => {
      await pieces.return();
    },
  });
}
