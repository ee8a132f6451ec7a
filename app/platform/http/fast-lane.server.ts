import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { House } from '../house.ts';
import { bodyLimit } from './doors-by-path.ts';
import { securityHeaders } from './headers.server.ts';
import { readBody } from './node-request.server.ts';
import { type PlainReply, type PlainRequest, textOf } from './plain-exchange.ts';
import { countRespondent } from './respondents-first.server.ts';
import { type SlowDown, slowedReply } from './slow-down.server.ts';

export interface HotDoors {
  takes(path: string): boolean;
  answer(request: PlainRequest, house: House): Promise<PlainReply>;
}

const METHODS = new Set(['GET', 'HEAD', 'POST']);

/**
 * Answers the hottest doors straight from Node's own request to its own response. Whatever is not plain (another method,
 * another kind of body, an escape in the path) goes the long way and is judged there; null then.
 */
export function createFastLane(house: House, hot: HotDoors, secure: boolean, slow?: SlowDown) {
  // The policy of a hot page is its own.
  const { 'content-security-policy': _, ...security } = securityHeaders('', secure);
  const fixed = Object.entries(security).flat();
  return (req: IncomingMessage, res: ServerResponse): Promise<void> | null => {
    const url = req.url ?? '';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const method = req.method ?? '';
    if (!hot.takes(path) || !METHODS.has(method) || url.includes('%00')) return null;
    if (method === 'POST' && !isPlainForm(req)) return null;
    const query = mark < 0 ? '' : url.slice(mark + 1);
    return countRespondent(answer(house, hot, req, res, { path, query, fixed, slow }));
  };
}

function isPlainForm({ headers }: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
}

async function answer(
  house: House,
  hot: HotDoors,
  req: IncomingMessage,
  res: ServerResponse,
  { path, query, fixed, slow }: { path: string; query: string; fixed: string[]; slow: SlowDown | undefined },
): Promise<void> {
  const method = req.method ?? 'GET';
  const form = method === 'POST' ? (await readBody(req, bodyLimit(path))).toString() : '';
  const { cookie = '', 'accept-language': acceptLanguage = '' } = req.headers;
  const plain = { method, path, query, form, cookies: cookie, acceptLanguage };
  const reply = await slowedReply(req, await hot.answer(plain, house), slow);
  const takesGzip = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  send(res, reply, fixed, { takesGzip, isHead: method === 'HEAD' });
}

/** Less than this fits one packet as it is. */
const WORTH_PRESSING = 1200;

function send(
  res: ServerResponse,
  { status, headers, body }: PlainReply,
  fixed: string[],
  { takesGzip, isHead }: { takesGzip: boolean; isHead: boolean },
): void {
  const lines = [...fixed];
  for (const name in headers) lines.push(name, headers[name]!);
  const pressed = takesGzip ? press(body) : null;
  if (pressed) lines.push('content-encoding', 'gzip');
  const bytes = pressed ?? Buffer.from(textOf(body));
  if (status !== 204) lines.push('content-length', String(bytes.length));
  res.writeHead(status, lines);
  res.end(isHead || bytes.length === 0 ? undefined : bytes);
}

function press(body: PlainReply['body']): Uint8Array | null {
  if (typeof body !== 'string') return body.gzip();
  return body.length < WORTH_PRESSING ? null : gzipSync(body, { level: 4 });
}
