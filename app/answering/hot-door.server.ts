import { openPage, takePage, type Visit } from './answer-door.server.ts';
import type { OnKept } from './keep-together.server.ts';

/** `/r/<token>` and nothing under it, as the route matches it. */
const ANSWER_PATH = /^\/r\/([^/]+)\/?$/;

/**
 * Answers respondents before the router is asked: the page is the hottest of all, and matching routes and building a
 * context cost more than the page itself.
 */
export function answerHot(onKept: OnKept) {
  return (request: Request, context: Omit<Visit, 'token'>): Promise<Response> | null => {
    const token = ANSWER_PATH.exec(new URL(request.url).pathname)?.[1];
    if (token === undefined) return null;
    const visit = { ...context, token: decodeURIComponent(token) };
    if (request.method === 'POST') return takePage(request, visit, onKept);
    return request.method === 'GET' ? openPage(request, visit) : null;
  };
}
