import type { AppLoadContext } from '@remix-run/node';

/** A body written piece by piece, never faster than it is read, and behind respondents; who goes away ends the reading behind it. */
export function streamText(
  context: Pick<AppLoadContext, 'behindRespondents'>,
  pieces: AsyncGenerator<string, void, undefined>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const goOn = context.behindRespondents();
  return new ReadableStream({
    pull: async (sink) => {
      await goOn();
      const { done, value } = await pieces.next();
      if (done) sink.close();
      else sink.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return();
    },
  });
}
