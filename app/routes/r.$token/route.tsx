import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { keepResponse } from '#app/answering/keep-response.server.ts';
import { openLink } from '#app/answering/open-link.server.ts';
import {
  closedPage,
  questionPage,
  receivedBeforePage,
  receivedPage,
  unknownLinkPage,
} from '#app/answering/respondent-page.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';

/** Opening a link shows its page and writes nothing; `?v=7` fills in the number tapped in the mail. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { house, nonce } = context;
  const link = await openLink(house.db, params.token ?? '', house.clock.now());
  if (link.kind === 'unknown') return page(unknownLinkPage(nonce), 404);
  if (link.kind === 'closed') return page(closedPage(link.door, nonce));
  if (link.kind === 'received') return page(receivedPage(link.door, nonce, link.answeredAt));
  const tapped = tappedNumber(request.url);
  const first = link.door.questionSet.questions.find(({ kind }) => kind === 'recommend');
  const given = new Map(first && tapped !== null ? [[first.key, [tapped]]] : []);
  const submitId = house.ids.make();
  return page(
    questionPage({
      door: link.door,
      nonce,
      submitId,
      given,
      faults: new Map(),
      tapped: first ? tapped : null,
    }),
  );
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { house, nonce } = context;
  const form = await request.formData();
  const given = readForm(form);
  const sentId = String(form.get('submit_id'));
  const submitId = /^[\w-]{1,64}$/.test(sentId) ? sentId : house.ids.make();
  const outcome = await keepResponse(house, { token: params.token ?? '', submitId, given }, countAnswers);
  switch (outcome.kind) {
    case 'unknown':
      return page(unknownLinkPage(nonce), 404);
    case 'closed':
      return page(closedPage(outcome.door, nonce), 409);
    case 'faulty':
      return page(questionPage({ ...outcome, nonce, submitId, given, tapped: null }), 422);
    case 'kept_before':
      if (!outcome.same) return page(receivedBeforePage(outcome.door, nonce), 409);
      return seeOther(request);
    case 'kept':
      return seeOther(request);
    default:
      return outcome satisfies never;
  }
}

/** Back to the page itself, which now says what was received: a reload then sends nothing again. */
function seeOther(request: Request): Response {
  return new Response(null, { status: 303, headers: { location: new URL(request.url).pathname } });
}

function readForm(form: FormData): Map<string, string[]> {
  const given = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === 'string') given.set(name, [...(given.get(name) ?? []), value]);
  }
  return given;
}

function tappedNumber(url: string): string | null {
  const value = new URL(url).searchParams.get('v');
  return value !== null && /^(\d|10)$/.test(value) ? value : null;
}

function page(body: string, status = 200): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  };
  return new Response(body, { status, headers });
}
