import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { openPage, takePage } from '#app/answering/answer-door.server.ts';
import { readPlain, toResponse } from '#app/platform/http/plain-exchange.ts';
import { countLater } from '#app/results/count-later.server.ts';

/** The server answers this door before Remix does, with the same two functions (`docs/decisions/doors-before-remix.md`). */
export async function loader({ request, params, context: { house } }: LoaderFunctionArgs): Promise<Response> {
  return toResponse(await openPage(await readPlain(request), { house, token: params.token ?? '' }));
}

export async function action({ request, params, context: { house } }: ActionFunctionArgs): Promise<Response> {
  const plain = await readPlain(request);
  return toResponse(await takePage(plain, { house, token: params.token ?? '' }, countLater));
}
