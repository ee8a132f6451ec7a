import type { AppLoadContext, DataFunctionArgs, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { NonceContext } from './ui/nonce.tsx';

/** Pages are small and their data is ready, so they are rendered in one piece: cheaper than a stream. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Response {
  const page = renderToString(
    <NonceContext.Provider value={loadContext.nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
    </NonceContext.Provider>,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return new Response(`<!doctype html>${page}`, { status, headers });
}

/** A page that does not exist, and a reader who left, are no faults of ours. */
export function handleError(fault: unknown, { request, context }: DataFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(fault)) return;
  const { house } = context as AppLoadContext;
  house.log.error({ err: fault, path: new URL(request.url).pathname }, 'a door failed');
}
