import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { isSameDevice, readDevice } from './device.server.ts';
import { drawFirstPage } from './drawn-page.server.ts';
import type { OnKept } from './keep-together.server.ts';
import { closedPage, receivedPage } from './notice-pages.ts';
import { type OpenLink, openLink } from './open-link.server.ts';
import { shownAt } from './render-nonce.server.ts';
import { respondentPage } from './respondent-headers.server.ts';
import { sealedPage } from './sealed-page.server.ts';
import { tappedNumber } from './sent-form.ts';
import { takeSent } from './take-sent.server.ts';
import { whileDatabaseIsAway } from './trouble.server.ts';
import { nextPage } from './turn-page.ts';
import { doorInLanguage, noteOpening, type Visit } from './visit.server.ts';
import { notedOrUnknown, whoFirst, whoPathOf } from './who/open-who.server.ts';

export type { Visit } from './visit.server.ts';

const NO_QUERY = new URLSearchParams();

/** Opening a link shows its page and writes nothing; `?v=7` fills in the number tapped in the mail. */
export function openPage(request: PlainRequest, visit: Visit): Promise<PlainReply> {
  return whileDatabaseIsAway(request, visit, () => openNow(request, visit));
}

/** A press on one page leads to another, and the last one keeps all answers at once. */
export function takePage(request: PlainRequest, visit: Visit, onKept: OnKept): Promise<PlainReply> {
  return whileDatabaseIsAway(request, visit, () => takeSent(request, visit, onKept));
}

async function openNow(request: PlainRequest, visit: Visit): Promise<PlainReply> {
  const { house, token } = visit;
  const link = await openLink(house.db, token, house.clock.now());
  if (link.kind === 'unknown') return notedOrUnknown(request, visit);
  const query = request.query === '' ? NO_QUERY : new URLSearchParams(request.query);
  const door = doorInLanguage(link, request, query.get('lang'));
  if (link.kind === 'closed') return respondentPage(closedPage(door));
  if (link.kind === 'received') return respondentPage(receivedPage(door, link.answeredAt));
  if (request.query !== '') noteOpening(visit, query);
  if (link.needsRole) return { status: 302, headers: { location: whoFirst(visit, request) }, body: '' };
  if (link.begun !== null) return respondentPage(begunPage(request, visit, { ...link, door }));
  const submitId = house.ids.make();
  const shown = shownAt(house.env.appSecret, door.invitationId, submitId, house.clock.now());
  const own = { submitId, shown, whoPath: whoPathOf(visit) };
  return respondentPage(drawFirstPage({ lane: link.lane, door, tapped: tappedNumber(query), own }));
}

/** Where somebody left off. Only the device that began sees again what was filled in. */
function begunPage(request: PlainRequest, visit: Visit, link: OpenLink): string {
  const { house } = visit;
  const { door, begun } = link;
  const { given, deviceHash: owner, revision } = begun!;
  const device = readDevice(request.cookies, house.env.publicUrl);
  const isOwn = device !== null && isSameDevice(house.env, device, door.invitationId, owner);
  const page = nextPage(door.questionSet.questions, given);
  const visible = isOwn ? given : new Map();
  const asked = { submitId: house.ids.make(), page, faults: new Map(), revision, metOthers: false };
  return sealedPage(visit, door, { ...asked, given, visible });
}
