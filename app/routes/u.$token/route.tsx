import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { document, unknownLinkPage } from '#app/answering/respondent-page.ts';
import { readUnsubscribe } from '#app/delivery/read-unsubscribe.server.ts';
import { stopAsking } from '#app/delivery/stop-asking.server.ts';
import { html } from '#app/platform/html.ts';

/** Asks; only the button, or the mail program's own one-click POST (RFC 8058), acts. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { house, nonce } = context;
  const found = await readUnsubscribe(house.db, params.token ?? '');
  if (!found) return page(unknownLinkPage(nonce), 404);
  const body = html`<main><h1>No more questions from ${found.workspaceName}?</h1>
<p class="after">Your address will not be written to again. Answers you gave stay with those you gave them to.</p>
<form method="post"><button>Please don’t ask me again</button></form></main>`;
  return page(document('No more questions', nonce, body));
}

/** 200 and never a redirect: mail programs press this without following anything. */
export async function action({ params, context }: ActionFunctionArgs): Promise<Response> {
  const { house, nonce } = context;
  const stopped = await stopAsking(house, params.token ?? '');
  if (stopped.kind === 'unknown') return page(unknownLinkPage(nonce), 404);
  const body = html`<main><h1>Done.</h1><p class="after">${stopped.workspaceName} will not write to this address again.</p></main>`;
  return page(document('No more questions', nonce, body));
}

function page(body: string, status = 200): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  };
  return new Response(body, { status, headers });
}
