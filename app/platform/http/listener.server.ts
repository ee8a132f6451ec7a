import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AppLoadContext } from '@remix-run/node';
import type { House } from '../house.ts';
import { bodyLimit, isAnswering, isHook, isLinked, isRespondent } from './doors-by-path.ts';
import { createFastLane, type HotDoors } from './fast-lane.server.ts';
import { isOwnPage, securityHeaders } from './headers.server.ts';
import { logPath } from './log-path.server.ts';
import { BodyTooLarge, sendResponse, toRequest } from './node-request.server.ts';
import { behindRespondents } from './respondents-first.server.ts';
import { type SlowDown, slowedResponse } from './slow-down.server.ts';

export type RemixHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

export interface Doors {
  /** Files of the browser build. */
  files(req: IncomingMessage, res: ServerResponse): boolean;
  /** The doors a respondent opens: a small bundle, because matching costs grow with the number of routes. */
  respondent: RemixHandler;
  workspace: RemixHandler;
  /** Answers the hottest doors before Remix, with what their routes call. */
  hot?: HotDoors;
  /** Asked before a respondent is told that a link opens nothing. */
  slow?: SlowDown;
}

/** Doors whose proof is in the request itself (a token in the path, a key in a header, a signature): no cookie is read. */
function isCapability(path: string): boolean {
  return isRespondent(path) || isLinked(path) || path.startsWith('/api/') || isHook(path);
}

/** One Node listener for the whole house: files, limits, origin check, then Remix. */
export function createListener(house: House, doors: Doors): RequestListener {
  const secure = house.env.publicUrl.startsWith('https:');
  const hot = doors.hot && createFastLane(house, doors.hot, secure, doors.slow);
  return (req, res) => {
    if (hot) {
      const answered = hot(req, res);
      if (answered) {
        answered.catch((fault: unknown) => fail(house, req, res, fault));
        return;
      }
    }
    if (doors.files(req, res)) return;
    const nonce = randomBytes(16).toString('base64');
    for (const [name, value] of Object.entries(securityHeaders(nonce, secure))) res.setHeader(name, value);
    answer(house, doors, req, res, nonce).catch((fault: unknown) => fail(house, req, res, fault));
  };
}

function fail(house: House, req: IncomingMessage, res: ServerResponse, fault: unknown): void {
  if (fault instanceof BodyTooLarge) {
    refuse(req, res, 413, 'This is more than this page can take in.');
    return;
  }
  house.log.error({ err: fault, path: logPath(req.url ?? '') }, 'answering a request failed');
  if (!res.headersSent) refuse(req, res, 500, 'Something went wrong on our side. Please try again.');
}

async function answer(
  house: House,
  doors: Doors,
  req: IncomingMessage,
  res: ServerResponse,
  nonce: string,
): Promise<void> {
  const address = readAddress(req.url ?? '/', house.env.publicUrl);
  if (!address) return refuse(req, res, 400, 'This address cannot be read.');
  if (!METHODS.has(req.method ?? '')) return refuse(req, res, 405, 'No page answers this method.');
  const path = address.pathname;
  const gone = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  const request = await toRequest(req, address, bodyLimit(path), gone.signal);
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  if (writes && !isCapability(path) && !isOwnPage(request.headers, house.env.publicUrl)) {
    return refuse(req, res, 403, 'This form was sent from another site, so nothing was changed.');
  }
  if (writes && !readsItsOwn(path)) {
    if (!isForm(request, path)) return refuse(req, res, 415, 'This page reads forms only.');
    if (!isCapability(path) && !(await isWhole(request.clone())))
      return refuse(req, res, 400, 'This form cannot be read. Please go back and send it again.');
  }
  // Checked above; Remix would compare it with a Host that a proxy may have rewritten, and answer 500.
  request.headers.delete('origin');
  const handler = isRespondent(path) ? doors.respondent : doors.workspace;
  const context = { house, nonce, peer: req.socket.remoteAddress ?? '', behindRespondents };
  const response = await handler(request, context);
  const isGuessable = isRespondent(path) || isLinked(path);
  await sendResponse(res, isGuessable ? await slowedResponse(req, response, doors.slow) : response);
}

/** What a web Request can carry; TRACE, for one, makes it throw. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Null for what no link of ours looks like: a broken escape, a NUL that PostgreSQL cannot hold, or steps up the
 * tree, which would be judged by one path here and answered by another door further in.
 */
function readAddress(target: string, publicUrl: string): URL | null {
  const own = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const [path = ''] = own.split('?', 1);
  if (!path.startsWith('/') || path.startsWith('//') || !isDecodable(path)) return null;
  // The API names the parameter at fault by itself.
  if (own.includes('%00') && !path.startsWith('/api/')) return null;
  const address = new URL(own, publicUrl);
  return address.pathname === path ? address : null;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The API reads JSON, a hook the bytes that were signed; the way out of a mail reads nothing at all. */
function readsItsOwn(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/u/') || isHook(path);
}

/** Reading anything else as a form throws, deep inside a door. The page of a respondent holds no file. */
function isForm({ headers }: Request, path: string): boolean {
  const type = headers.get('content-type') ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return true;
  return !isAnswering(path) && /^multipart\/form-data\b/i.test(type);
}

/** Half of a form throws inside a door, and PostgreSQL has no text with a NUL in it: one look for all doors. */
async function isWhole(form: Request): Promise<boolean> {
  try {
    const fields = await form.formData();
    return ![...fields.values()].some((value) => typeof value === 'string' && value.includes('\0'));
  } catch {
    return false;
  }
}

function refuse(req: IncomingMessage, res: ServerResponse, status: number, sentence: string): void {
  // What is still being uploaded must not keep the connection.
  if (!req.complete) res.setHeader('connection', 'close');
  res.statusCode = status;
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.end(`${sentence}\n`, () => {
    if (!req.complete) req.destroy();
  });
}
