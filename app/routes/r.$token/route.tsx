import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { openPage, takePage } from '#app/answering/answer-door.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';

/** The server answers this door before Remix does, with the same two functions (`docs/decisions/doors-before-remix.md`). */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return openPage(request, { ...context, token: params.token ?? '' });
}

export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return takePage(request, { ...context, token: params.token ?? '' }, countAnswers);
}
