import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { openPersona } from '#app/answering/shared/shared-door.server.ts';
import { takePersona } from '#app/answering/shared/take-shared.server.ts';
import { peerAddress } from '#app/membership/sign-in/peer-address.ts';
import { readPlain, toResponse } from '#app/platform/http/plain-exchange.ts';
import { countLater } from '#app/results/count-later.server.ts';

/** The questions of one persona, for whoever said that they are one. */
export async function loader({ request, params, context: { house } }: LoaderFunctionArgs): Promise<Response> {
  const visit = { house, token: params.token ?? '', personaId: params.persona ?? '' };
  return toResponse(await openPersona(await readPlain(request), visit));
}

export async function action({
  request,
  params,
  context: { house, peer },
}: ActionFunctionArgs): Promise<Response> {
  const address = peerAddress(request.headers, peer);
  const visit = { house, address, token: params.token ?? '', personaId: params.persona ?? '' };
  return toResponse(await takePersona(await readPlain(request), visit, countLater));
}
