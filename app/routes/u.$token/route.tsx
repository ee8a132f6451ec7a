import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { openLeave } from '#app/answering/leave/open-leave.server.ts';
import { takeLeave } from '#app/answering/leave/take-leave.server.ts';
import { readAnyForm, readPlain, toResponse } from '#app/platform/http/plain-exchange.ts';

/** What somebody wants no more of; only a button, or the mail program's own one-click POST (RFC 8058), acts. */
export async function loader({ request, params, context: { house } }: LoaderFunctionArgs): Promise<Response> {
  return toResponse(await openLeave(await readPlain(request), { house, token: params.token ?? '' }));
}

/** Without session, cookie or origin: whoever holds the mail may press. */
export async function action({ request, params, context: { house } }: ActionFunctionArgs): Promise<Response> {
  return toResponse(await takeLeave(await readAnyForm(request), { house, token: params.token ?? '' }));
}
