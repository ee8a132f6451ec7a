import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { unknownLinkPage } from '#app/answering/notice-pages.ts';
import { document } from '#app/answering/page-frame.ts';
import { respondentPage } from '#app/answering/respondent-headers.server.ts';
import { browserLanguage } from '#app/answering/trouble.server.ts';
import { wordsIn } from '#app/answering/words/words.ts';
import { readUnsubscribe } from '#app/delivery/read-unsubscribe.server.ts';
import { stopAsking } from '#app/delivery/stop-asking.server.ts';
import { html } from '#app/platform/html.ts';
import { toResponse } from '#app/platform/http/plain-exchange.ts';

/** Asks; only the button, or the mail program's own one-click POST (RFC 8058), acts. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const language = languageOf(request);
  const found = await readUnsubscribe(context.house.db, params.token ?? '');
  if (!found) return toResponse(respondentPage(unknownLinkPage(language), 404));
  const { say, rich } = wordsIn(language);
  const body = html`<main><h1>${rich('stop.heading', { workspace: found.workspaceName })}</h1>
<p class="after">${say('stop.after')}</p>
<form method="post"><button>${say('stop.send')}</button></form></main>`;
  return toResponse(respondentPage(document(say('stop.title'), body, language)));
}

/** 200 and never a redirect: mail programs press this without following anything. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const language = languageOf(request);
  const stopped = await stopAsking(context.house, params.token ?? '');
  if (stopped.kind === 'unknown') return toResponse(respondentPage(unknownLinkPage(language), 404));
  const { say, rich } = wordsIn(language);
  const body = html`<main><h1>${say('stop.done')}</h1><p class="after">${rich('stop.done_after', { workspace: stopped.workspaceName })}</p></main>`;
  return toResponse(respondentPage(document(say('stop.title'), body, language)));
}

function languageOf({ headers }: Request): string {
  return browserLanguage({ acceptLanguage: headers.get('accept-language') ?? '' });
}
