import { afterRespondents } from './respondents-first.server.ts';

/** A body written piece by piece, never faster than it is read, and behind respondents; who goes away ends the reading behind it. */
export function streamText(pieces: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (sink) => {
      await afterRespondents();
      const { done, value } = await pieces.next();
      if (done) sink.close();
      else sink.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return();
    },
  });
}
