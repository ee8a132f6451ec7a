import type { House } from '#app/platform/house.ts';
import { type KeptOutcome, keepResponse } from './keep-response.server.ts';
import type { OnKept } from './keep-together.server.ts';
import { openLink } from './open-link.server.ts';
import type { RespondentDoor } from './respondent-door.ts';
import {
  closedPage,
  questionPage,
  receivedBeforePage,
  receivedPage,
  unknownLinkPage,
} from './respondent-page.ts';
import { inChosenLanguage, readSent, type Sent, tappedNumber } from './sent-form.ts';
import { faultyPage, firstPage, turnPage } from './turn-page.ts';

/** What the door is given besides the request: the house, the token of the path, and this answer's nonce. */
export interface Visit {
  house: House;
  nonce: string;
  token: string;
}

/** Opening a link shows its page and writes nothing; `?v=7` fills in the number tapped in the mail. */
export async function openPage(request: Request, { house, nonce, token }: Visit): Promise<Response> {
  const link = await openLink(house.db, token, house.clock.now());
  if (link.kind === 'unknown') return page(unknownLinkPage(nonce), 404);
  if (link.kind === 'closed') return page(closedPage(link.door, nonce));
  if (link.kind === 'received') return page(receivedPage(link.door, nonce, link.answeredAt));
  const search = new URL(request.url).searchParams;
  const door = inChosenLanguage(link.door, search.get('lang'));
  const { questions } = door.questionSet;
  const first = questions.find(({ kind }) => kind === 'recommend');
  const tapped = first ? tappedNumber(search) : null;
  const given = new Map(first && tapped !== null ? [[first.key, [tapped]]] : []);
  const asked = { door, nonce, submitId: house.ids.make(), given, faults: new Map(), tapped };
  return page(questionPage({ ...asked, page: firstPage(questions, given) }));
}

/** A press on one page leads to another, and the last one keeps all answers at once. */
export async function takePage(request: Request, visit: Visit, onKept: OnKept): Promise<Response> {
  const { house, nonce, token } = visit;
  const sent = readSent(await request.formData(), house.ids);
  const link = await openLink(house.db, token, house.clock.now());
  if (link.kind === 'open') {
    const door = inChosenLanguage(link.door, sent.language);
    const turned = turnPage(door.questionSet.questions, sent.given, sent.turn);
    if (turned.kind === 'page') return again(door, nonce, sent, turned);
    if (turned.kind === 'review') return again(door, nonce, sent, { page: null, faults: new Map() });
  }
  return answerOutcome(request, visit, sent, await keepResponse(house, { ...sent, token, link }, onKept));
}

function answerOutcome(request: Request, { nonce }: Visit, sent: Sent, outcome: KeptOutcome): Response {
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

/** Back to the page itself, which now says what was received: a reload then sends nothing again. */
function seeOther(request: Request): Response {
  return new Response(null, { status: 303, headers: { location: new URL(request.url).pathname } });
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
};

function page(body: string, status = 200): Response {
  return new Response(body, { status, headers: HEADERS });
}
