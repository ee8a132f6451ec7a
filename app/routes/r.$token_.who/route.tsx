import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { openWho } from '#app/answering/who/open-who.server.ts';
import { takeWho } from '#app/answering/who/take-who.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { readPlain, toResponse } from '#app/platform/http/plain-exchange.ts';

/** Who is answering: the role, a colleague, or somebody as themselves. */
export async function loader({ request, params, context: { house } }: LoaderFunctionArgs): Promise<Response> {
  return toResponse(await openWho(await readPlain(request), { house, token: params.token ?? '' }));
}

export async function action({ request, params, context: { house } }: ActionFunctionArgs): Promise<Response> {
  const visit = { house, token: params.token ?? '' };
  return toResponse(await takeWho(await readPlain(request), visit, queueMessages(house)));
}
