import type { IncomingMessage } from 'node:http';
import type { PlainReply } from './plain-exchange.ts';

/** Asked before somebody is told that there is nothing here: true when they may be, perhaps after a while. */
export type SlowDown = (from: { peer: string; forwarded: string }) => Promise<boolean>;

/** Waits as long as this visitor has to; false when they are to come back later. */
async function mayBeTold(req: IncomingMessage, slow: SlowDown): Promise<boolean> {
  const forwarded = String(req.headers['x-forwarded-for'] ?? '');
  return slow({ peer: req.socket.remoteAddress ?? '', forwarded });
}

/** In seconds. */
const TRY_AGAIN = '60';

/** The reply, later where it tells that nothing is here; the same page as "too many" where too many ask. */
export async function slowedReply(
  req: IncomingMessage,
  reply: PlainReply,
  slow: SlowDown | undefined,
): Promise<PlainReply> {
  if (reply.status !== 404 || !slow || (await mayBeTold(req, slow))) return reply;
  return { ...reply, status: 429, headers: { ...reply.headers, 'retry-after': TRY_AGAIN } };
}

/** The same for an answer of the router. */
export async function slowedResponse(
  req: IncomingMessage,
  response: Response,
  slow: SlowDown | undefined,
): Promise<Response> {
  if (response.status !== 404 || !slow || (await mayBeTold(req, slow))) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', TRY_AGAIN);
  return new Response(response.body, { status: 429, headers });
}
