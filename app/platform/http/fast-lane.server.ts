import type { IncomingMessage, ServerResponse } from 'node:http';
import type { House } from '../house.ts';
import { securityHeaders } from './headers.server.ts';
import { bodyLimit, type HotDoors } from './listener.server.ts';
import { readBody } from './node-request.server.ts';
import type { PlainReply } from './plain-exchange.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST']);

/**
 * Answers the hottest doors straight from Node's own request to its own response. Whatever is not plain (another method,
 * another kind of body, an escape in the path) goes the long way and is judged there; null then.
 */
export function createFastLane(house: House, hot: HotDoors, secure: boolean) {
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
    return answer(house, hot, req, res, { path, query: mark < 0 ? '' : url.slice(mark + 1), fixed });
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
  { path, query, fixed }: { path: string; query: string; fixed: string[] },
): Promise<void> {
  const method = req.method ?? 'GET';
  const form = method === 'POST' ? (await readBody(req, bodyLimit(path))).toString() : '';
  const { cookie = '', 'accept-language': acceptLanguage = '' } = req.headers;
  const reply = await hot.answer({ method, path, query, form, cookies: cookie, acceptLanguage }, house);
  send(res, reply, fixed, method === 'HEAD');
}

function send(res: ServerResponse, { status, headers, body }: PlainReply, fixed: string[], isHead: boolean) {
  const lines = [...fixed];
  for (const name in headers) lines.push(name, headers[name]!);
  const bytes = Buffer.from(body);
  if (status !== 204) lines.push('content-length', String(bytes.length));
  res.writeHead(status, lines);
  res.end(isHead || bytes.length === 0 ? undefined : bytes);
}
