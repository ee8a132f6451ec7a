import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { pageAt } from '#app/survey/logic/pages.ts';
import { readGiven } from '#app/survey/logic/read-along.ts';
import type { Given } from '#app/survey/question/given.ts';
import { deviceHash, isSameDevice, keepDevice, newDevice, readDevice } from './device.server.ts';
import type { Evidence } from './held/held.ts';
import { holdPress } from './hold-press.server.ts';
import { type KeptOutcome, keepResponse } from './keep-response.server.ts';
import type { OnKept } from './keep-together.server.ts';
import { keepWhole } from './keep-whole.server.ts';
import { decidedBy, mergeGiven, stillStanding } from './merge-given.ts';
import { closedPage, pressAgainPage, receivedBeforePage, unknownLinkPage } from './notice-pages.ts';
import { type KnownLink, type OpenLink, openLink } from './open-link.server.ts';
import { readShown, shownAt } from './render-nonce.server.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { respondentPage, seeOther } from './respondent-headers.server.ts';
import { saveBegun } from './save-begun.server.ts';
import { type Sealed, sealedPage } from './sealed-page.server.ts';
import { readSent, type Sent } from './sent-form.ts';
import { signsOf } from './signs-of.server.ts';
import { browserLanguage } from './trouble.server.ts';
import { faultyPage, shownOn, turnPage } from './turn-page.ts';
import { doorInLanguage, type Visit } from './visit.server.ts';
import { notedOrUnknown, whoFirst } from './who/open-who.server.ts';

interface Device {
  value: string;
  hash: string;
  isNew: boolean;
}

/** A page that came back to a link that may be answered, with what lies there already. */
interface Taken {
  request: PlainRequest;
  visit: Visit;
  sent: Sent;
  link: OpenLink;
  /** In the language of the page. */
  door: RespondentDoor;
  shown: ReadonlySet<string>;
  /** Everything filled in so far, this page included. */
  given: Given;
  /** As much of it as this reader may see. */
  visible: Given;
  /** What the page brought along was answered otherwise meanwhile. */
  isBehind: boolean;
  /** Looked for only where something is kept or shown by it. */
  device(): Device;
  signs: readonly Evidence[];
}

/** Takes a form that was sent to a link: another page, what is begun, or the answers. */
export async function takeSent(request: PlainRequest, visit: Visit, onKept: OnKept): Promise<PlainReply> {
  const { house, token } = visit;
  const sent = readSent(new URLSearchParams(request.form), house.ids);
  if (await keepWhole(visit, sent, onKept)) return seeOther(request.path);
  const link = await openLink(house.db, token, house.clock.now());
  if (link.kind === 'unknown') return notedOrUnknown(request, visit);
  const door = doorInLanguage(link, request, sent.language ?? null);
  if (link.kind !== 'open')
    return toReply(request, door, await keepResponse(house, { ...sent, token, link }, onKept));
  if (link.needsRole) return seeOther(whoFirst(visit, request));
  const taken = gather(request, visit, sent, link, door);
  if (sent.turn.go === 'keep') return keepAsItStands(taken);
  const turned = turnPage(door.questionSet.questions, taken.given, sent.turn);
  if (turned.kind === 'page') return turn(taken, turned);
  if (turned.kind === 'review') return turn(taken, { page: null, faults: new Map() });
  if (taken.signs.length > 0) return askForAHand(taken);
  if (taken.isBehind) return turn(taken, pageToLookOver(taken));
  const keeping = { ...sent, given: taken.given, language: door.language, token, link };
  const outcome = await keepResponse(house, keeping, onKept);
  return outcome.kind === 'faulty' ? lookAgain(taken, outcome) : toReply(request, door, outcome);
}

function gather(
  request: PlainRequest,
  visit: Visit,
  sent: Sent,
  link: OpenLink,
  door: RespondentDoor,
): Taken {
  const { begun } = link;
  const shown = decidedBy(shownOn(door.questionSet.questions, sent.turn.page), sent);
  let known: Device | undefined;
  const device = () => {
    known ??= deviceOf(request, visit, door);
    return known;
  };
  const given = begun ? mergeGiven(begun.given, sent.given, shown) : sent.given;
  const isOwn = !begun || isSameDevice(visit.house.env, device().value, door.invitationId, begun.deviceHash);
  const standing = stillStanding(sent.given, given);
  return {
    request,
    visit,
    sent,
    link,
    door,
    shown,
    given,
    visible: isOwn ? given : standing,
    isBehind: standing.size < sent.given.size,
    device,
    signs: signsOf(visit, sent, door.invitationId),
  };
}

function deviceOf(request: PlainRequest, { house }: Visit, { invitationId }: RespondentDoor): Device {
  const known = readDevice(request.cookies, house.env.publicUrl);
  const value = known ?? newDevice();
  return { value, hash: deviceHash(house.env.appSecret, value, invitationId), isNew: known === null };
}

/** The script's own save. A page that knows an older state is told, and keeps what it holds to itself. */
async function keepAsItStands(taken: Taken): Promise<PlainReply> {
  const { sent, link, signs } = taken;
  const known = link.begun?.revision ?? 0;
  if (known > sent.revision)
    return { status: 409, headers: { 'x-revision': String(known), 'cache-control': 'no-store' }, body: '' };
  const saved =
    signs.includes('honeypot') || signs.includes('no_page') ? null : await save(taken, sent.turn.page);
  const revision = saved?.kind === 'saved' ? saved.revision : known;
  const headers = { 'x-revision': String(revision), 'cache-control': 'no-store' };
  return { status: 204, headers: { ...headers, ...(saved ? deviceHeader(taken) : {}) }, body: '' };
}

function save({ visit, door, given, shown, sent, device }: Taken, page: number) {
  return saveBegun(visit.house, {
    door,
    given,
    shown,
    page,
    revision: sent.revision,
    deviceHash: device().hash,
  });
}

function deviceHeader({ device, visit, door }: Taken): Record<string, string> {
  const { isNew, value } = device();
  if (!isNew || door.confidentiality === 'unlinkable') return {};
  return { 'set-cookie': keepDevice(value, visit.house.env.publicUrl) };
}

/** Another page, after what this one held is kept. What a machine may have pressed only travels with the page. */
async function turn(taken: Taken, to: Pick<Sealed, 'page' | 'faults'>): Promise<PlainReply> {
  const { sent, link, signs, isBehind } = taken;
  // Another language over a blank page begins nothing.
  const isBlank = sent.turn.go === 'stay' && [...taken.given.values()].flat().every((text) => text === '');
  const saved = isBlank || signs.length > 0 ? null : await save(taken, to.page?.index ?? sent.turn.page);
  const isSaved = saved?.kind === 'saved';
  const given = isSaved ? saved.given : taken.given;
  const body = sealedPage(taken.visit, taken.door, {
    ...{ ...to, given, submitId: sent.submitId },
    visible: isSaved ? (saved.isOwn ? given : stillStanding(sent.given, given)) : taken.visible,
    revision: isSaved ? saved.revision : (link.begun?.revision ?? 0),
    metOthers: isBehind || (isSaved && saved.metOthers),
  });
  return respondentPage(body, to.faults.size > 0 ? 422 : 200, isSaved ? deviceHeader(taken) : {});
}

/** The page that was sent, or the review, with what was answered otherwise since it was shown. */
function pageToLookOver({ door, given, sent }: Taken): Pick<Sealed, 'page' | 'faults'> {
  const { questions } = door.questionSet;
  return { page: pageAt(questions, readGiven(questions, given), sent.turn.page), faults: new Map() };
}

/** The survey again, with everything that was typed, at the first question that needs another look. */
function lookAgain(
  { visit, door, sent, link, given, visible }: Taken,
  { faults }: Extract<KeptOutcome, { kind: 'faulty' }>,
): PlainReply {
  const page = faultyPage(door.questionSet.questions, given, faults);
  const revision = link.begun?.revision ?? 0;
  const asked = { page, faults, given, visible, revision, submitId: sent.submitId, metOthers: false };
  return respondentPage(sealedPage(visit, door, asked), 422);
}

/** A press that a machine could have made is held, and one more by hand is asked for: a person loses one press. */
async function askForAHand(taken: Taken): Promise<PlainReply> {
  const { visit, door, sent, link, given, visible, signs } = taken;
  const { house } = visit;
  const now = house.clock.now();
  const before = readShown(house.env, door.invitationId, sent.submitId, sent.shown);
  const elapsed = before ? now - before.at : undefined;
  await holdPress(house, { door, submitId: sent.submitId, given, evidence: signs, elapsed });
  const shown = shownAt(house.env.appSecret, door.invitationId, sent.submitId, now, 'again');
  const revision = link.begun?.revision ?? 0;
  const { submitId, turn: at } = sent;
  return respondentPage(pressAgainPage(door, { submitId, given: visible, shown, page: at.page, revision }));
}

function toReply(request: PlainRequest, door: KnownLink['door'], outcome: KeptOutcome): PlainReply {
  switch (outcome.kind) {
    case 'unknown':
      return respondentPage(unknownLinkPage(browserLanguage(request)), 404);
    case 'closed':
      return respondentPage(closedPage(door), 409);
    case 'role_first':
    case 'faulty':
      throw new Error('Whose role is asked for, and a form with faults, goes back to its page.');
    case 'kept_before':
      return outcome.same ? seeOther(request.path) : respondentPage(receivedBeforePage(door), 409);
    case 'kept':
    case 'revoked':
      return seeOther(request.path);
    default:
      return outcome satisfies never;
  }
}
