import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AppLoadContext, DataFunctionArgs, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { ReactElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { logPath } from './platform/http/log-path.server.ts';
import { NonceContext } from './ui/nonce.tsx';

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const page = await render(
    <NonceContext.Provider value={loadContext.nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
    </NonceContext.Provider>,
    loadContext.nonce,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return new Response(page, { status, headers });
}

/**
 * The whole page as text. A stream, because Remix hands the browser its data through a Suspense boundary, which
 * `renderToString` leaves empty; read to its end, so that a fault in a view still becomes a 500.
 */
function render(page: ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let fault: unknown;
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => (fault ? reject(fault) : resolve(text(pipe(new PassThrough())).then(withoutGaps))),
      onShellError: reject,
      onError: (thrown) => {
        fault = thrown;
      },
    });
  });
}

/** React 18 leaves a zero byte where a letter of several bytes does not fit at the end of one of its chunks. */
function withoutGaps(page: string): string {
  return page.replaceAll('\0', '');
}

/** A page that does not exist, and a reader who left, are no faults of ours. */
export function handleError(fault: unknown, { request, context }: DataFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(fault)) return;
  const { house } = context as AppLoadContext;
  house.log.error({ err: fault, path: logPath(new URL(request.url).pathname) }, 'a door failed');
}
