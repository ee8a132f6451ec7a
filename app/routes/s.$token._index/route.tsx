import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { openStart, takeStart } from '#app/answering/shared/shared-door.server.ts';
import { readPlain, toResponse } from '#app/platform/http/plain-exchange.ts';

/** A link on a page or in a chat: asks what somebody does, before any question. */
export async function loader({ request, params, context: { house } }: LoaderFunctionArgs): Promise<Response> {
  return toResponse(await openStart(await readPlain(request), { house, token: params.token ?? '' }));
}

export async function action({ request, params, context: { house } }: ActionFunctionArgs): Promise<Response> {
  return toResponse(await takeStart(await readPlain(request), { house, token: params.token ?? '' }));
}
