import type { HotDoors } from '#app/platform/http/fast-lane.server.ts';
import { openPage, takePage } from './answer-door.server.ts';
import type { OnKept } from './keep-together.server.ts';

/** `/r/<token>` and nothing under it, as the route matches it; a token with an escape in it is left to the route. */
const ANSWER_PATH = /^\/r\/([\w-]{1,100})\/?$/;

/**
 * Answers respondents before the router is asked: the page is the hottest of all, and matching routes and building a
 * `Request` cost more than the page itself.
 */
export function answerHot(onKept: OnKept): HotDoors {
  return {
    takes: (path) => ANSWER_PATH.test(path),
    answer: (request, house) => {
      const visit = { house, token: ANSWER_PATH.exec(request.path)?.[1] ?? '' };
      return request.method === 'POST' ? takePage(request, visit, onKept) : openPage(request, visit);
    },
  };
}
