import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';

/** Every address under /api that no other door owns, answered as the API answers. */
export function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => saying(notFound('such address')));
}

export function action({ context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => saying(notFound('such address')));
}
