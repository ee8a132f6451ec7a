import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import {
  openSelfAnswering,
  type SelfVisit,
  takeSelfAnswering,
} from '#app/answering/who/self-answering.server.ts';
import { readPlain, toResponse } from '#app/platform/http/plain-exchange.ts';

/** The questions of a persona, for somebody else than the one who was invited. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return toResponse(await openSelfAnswering(await readPlain(request), visitOf(params, context)));
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return toResponse(await takeSelfAnswering(await readPlain(request), visitOf(params, context)));
}

function visitOf(
  { token = '', persona = '' }: LoaderFunctionArgs['params'],
  { house }: LoaderFunctionArgs['context'],
): SelfVisit {
  return { house, token, personaId: persona };
}
