import type { AppLoadContext } from '@remix-run/node';
import { API_PROBLEMS, type Problem, problemOf } from '../wire/problem.ts';

/** What a door of the API says, before it is bytes: from status 400 on the body is a `Problem`. */
export interface Answer {
  status: number;
  body: object;
}

/** Runs a door of the API. A thrown answer is given as it is; any other fault is logged and becomes a 500. */
export async function answerApi(
  { house }: AppLoadContext,
  work: () => Promise<Response | Answer>,
): Promise<Response> {
  try {
    const answer = await work();
    return answer instanceof Response ? answer : toResponse(answer);
  } catch (fault) {
    if (fault instanceof Response) return fault;
    house.log.error({ err: fault }, 'a door of the API failed');
    return refusal(problemOf(API_PROBLEMS, 'FAULT', API_PROBLEMS.FAULT.meaning));
  }
}

export function toResponse({ status, body }: Answer, headers: Record<string, string> = {}): Response {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...headers },
  });
}

export function saying(problem: Problem): Answer {
  return { status: problem.status, body: problem };
}

export function refusal(problem: Problem, headers: Record<string, string> = {}): Response {
  return toResponse(saying(problem), headers);
}

export function notFound(what: string): Problem {
  return problemOf(API_PROBLEMS, 'NOT_FOUND', `There is no ${what} here.`);
}

/** The loader of an address that is only written to, and the action of one that is only read. */
export function refuseMethod(allow: 'GET' | 'POST'): () => Response {
  return () => methodRefusal(allow === 'GET' ? 'GET, HEAD' : allow);
}

export function methodRefusal(allow: string): Response {
  const detail = `This address answers ${allow} only.`;
  return refusal(problemOf(API_PROBLEMS, 'METHOD_NOT_ALLOWED', detail), { allow });
}
