import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { keepResponse } from '#app/answering/keep-response.server.ts';
import { openLink } from '#app/answering/open-link.server.ts';
import type { RespondentDoor } from '#app/answering/respondent-door.ts';
import {
  closedPage,
  questionPage,
  receivedBeforePage,
  receivedPage,
  unknownLinkPage,
} from '#app/answering/respondent-page.ts';
import { inChosenLanguage, readSent, type Sent } from '#app/answering/sent-form.ts';
import { faultyPage, firstPage, turnPage } from '#app/answering/turn-page.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { page, seeOther, tappedNumber } from './reply.ts';

/** Opening a link shows its page and writes nothing; `?v=7` fills in the number tapped in the mail. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { house, nonce } = context;
  const link = await openLink(house.db, params.token ?? '', house.clock.now());
  if (link.kind === 'unknown') return page(unknownLinkPage(nonce), 404);
  if (link.kind === 'closed') return page(closedPage(link.door, nonce));
  if (link.kind === 'received') return page(receivedPage(link.door, nonce, link.answeredAt));
  const door = inChosenLanguage(link.door, new URL(request.url).searchParams.get('lang'));
  const { questions } = door.questionSet;
  const first = questions.find(({ kind }) => kind === 'recommend');
  const tapped = first ? tappedNumber(request.url) : null;
  const given = new Map(first && tapped !== null ? [[first.key, [tapped]]] : []);
  const asked = { door, nonce, submitId: house.ids.make(), given, faults: new Map(), tapped };
  return page(questionPage({ ...asked, page: firstPage(questions, given) }));
}

/** A press on one page leads to another, and the last one keeps all answers at once. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { house, nonce } = context;
  const sent = readSent(await request.formData(), house.ids);
  const link = await openLink(house.db, params.token ?? '', house.clock.now());
  if (link.kind === 'open') {
    const door = inChosenLanguage(link.door, sent.language);
    const turned = turnPage(door.questionSet.questions, sent.given, sent.turn);
    if (turned.kind === 'page') return again(door, nonce, sent, turned);
    if (turned.kind === 'review') return again(door, nonce, sent, { page: null, faults: new Map() });
  }
  return keep({ request, params, context }, sent);
}

async function keep(
  { request, params, context }: Pick<ActionFunctionArgs, 'request' | 'params' | 'context'>,
  sent: Sent,
) {
  const { house, nonce } = context;
  const outcome = await keepResponse(house, { ...sent, token: params.token ?? '' }, countAnswers);
  switch (outcome.kind) {
    case 'unknown':
      return page(unknownLinkPage(nonce), 404);
    case 'closed':
      return page(closedPage(outcome.door, nonce), 409);
    case 'faulty': {
      const door = inChosenLanguage(outcome.door, sent.language);
      const at = faultyPage(door.questionSet.questions, sent.given, outcome.faults);
      return again(door, nonce, sent, { page: at, faults: outcome.faults });
    }
    case 'kept_before':
      return outcome.same ? seeOther(request) : page(receivedBeforePage(outcome.door, nonce), 409);
    case 'kept':
      return seeOther(request);
    default:
      return outcome satisfies never;
  }
}

/** The survey again, with everything that was typed; 422 where something needs another look. */
function again(
  door: RespondentDoor,
  nonce: string,
  { submitId, given }: Sent,
  shown: Pick<Parameters<typeof questionPage>[0], 'page' | 'faults'>,
): Response {
  const body = questionPage({ ...shown, door, nonce, submitId, given, tapped: null });
  return page(body, shown.faults.size > 0 ? 422 : 200);
}
