import { SECOND } from '#app/platform/clock.ts';
import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { keyedHash } from '#app/platform/secrets.server.ts';
import type { AnsweredQuestion } from '#app/survey/logic/read-along.ts';
import type { Evidence } from '../held/held.ts';
import { readAnswers } from '../keep-response.server.ts';
import type { OnKept } from '../keep-together.server.ts';
import { signsOfMachine } from '../machine-signs.ts';
import { crowdedPage, pressAgainPage } from '../notice-pages.ts';
import { readShown, shownAt } from '../render-nonce.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { respondentPage, seeOther } from '../respondent-headers.server.ts';
import { readSent, type Sent } from '../sent-form.ts';
import { faultyPage, turnPage } from '../turn-page.ts';
import { keepShared, type SharedKeeping, type SharedOutcome } from './keep-shared.server.ts';
import type { SharedLinkOpened } from './open-shared.server.ts';
import { findKeptSubmits } from './shared.store.server.ts';
import { heldOf, keepingOf } from './shared-answers.server.ts';
import { answeredPage, atLink, notAsked } from './shared-door.server.ts';
import { sealedFor, sharedPage } from './shared-sealed.server.ts';
import { askedIn, type Device, deviceOf, networkHash, type SharedVisit } from './shared-visit.server.ts';

/** The address that a form came from, as far as it is believed. */
interface From {
  address: string;
}

/** A page that came back through a link. */
interface Taken {
  request: PlainRequest;
  visit: SharedVisit & From;
  onKept: OnKept;
  link: SharedLinkOpened;
  /** In the language of the page. */
  door: RespondentDoor;
  sent: Sent;
  device: Device;
  /** What the page is kept under, counted or held. */
  submitId: string;
}

/**
 * Takes a form that was sent to the questions of one persona: another page, or the answers. The persona is that of the
 * path, whatever the form says.
 */
export function takePersona(
  request: PlainRequest,
  visit: SharedVisit & From & { personaId: string },
  onKept: OnKept,
): Promise<PlainReply> {
  return atLink(request, visit, async (link) => {
    const sent = readSent(new URLSearchParams(request.form), visit.house.ids);
    const door = await askedIn(link, visit.personaId, request, sent.language ?? null);
    if (!door) return notAsked(request, visit, link);
    const device = await deviceOf(request, visit, link);
    const submitId = submitIdOf(visit, link, sent);
    return take({ request, visit, onKept, link, door, sent, device, submitId });
  });
}

/** Where nothing may lead back, the page's own id tells no time either. */
function submitIdOf({ house }: SharedVisit, { confidentiality, id }: SharedLinkOpened, sent: Sent): string {
  if (confidentiality !== 'unlinkable') return sent.submitId;
  return keyedHash(house.env.appSecret, 'submit', `${id}|${sent.submitId}`).toString('base64url');
}

async function take(taken: Taken): Promise<PlainReply> {
  const { door, sent, device } = taken;
  // Nothing is kept between pages, so there is nothing to save as one goes.
  if (sent.turn.go === 'keep') return { status: 204, headers: { 'cache-control': 'no-store' }, body: '' };
  if (device.hasAnswered) return afterwards(taken);
  const { questions } = door.questionSet;
  const turned = turnPage(questions, sent.given, sent.turn);
  if (turned.kind === 'page') return show(taken, turned);
  if (turned.kind === 'review') return show(taken, { page: null, faults: new Map() });
  const signs = signsOf(taken);
  if (signs.length > 0) return askForAHand(taken, signs);
  const read = readAnswers(questions, sent.given);
  if (read.kind === 'faulty')
    return show(taken, { page: faultyPage(questions, sent.given, read.faults), faults: read.faults });
  const { device: own, submitId } = taken;
  const kept = { device: own.hash, submitId, pressedBefore: machineId(taken) };
  return toReply(taken, await keep(taken, { ...kept, answers: answersOf(taken, read.answers) }));
}

function keep(
  { visit, onKept, link }: Taken,
  kept: Pick<SharedKeeping, 'device' | 'submitId' | 'pressedBefore' | 'answers'>,
): Promise<SharedOutcome> {
  const { house, address } = visit;
  const { generation, confidentiality, workspace, id: linkId } = link;
  const knock = { generation, confidentiality, network: networkHash(visit, link, address) };
  return keepShared(house.db, onKept, { ...kept, workspace, linkId, knock, at: house.clock.now() });
}

function toReply(taken: Taken, outcome: SharedOutcome): Promise<PlainReply> | PlainReply {
  switch (outcome.kind) {
    case 'kept':
    case 'same':
      return thank(taken, outcome.as);
    case 'device_before':
      return afterwards(taken);
    case 'over':
      return askForLater(taken, outcome.wait);
    default:
      return outcome satisfies never;
  }
}

/** The link rests: all that was typed stays in the page, which says when to send it again. */
function askForLater({ request, door, device }: Taken, wait: number): PlainReply {
  const headers = { ...device.headers, 'retry-after': String(Math.ceil(wait / SECOND)) };
  return respondentPage(crowdedPage(door, [...new URLSearchParams(request.form)], wait), 429, headers);
}

/** More than a link counts unseen in a day wait for a member, as all of them do where the link holds. */
function answersOf({ visit, link, door, sent, submitId }: Taken, answers: readonly AnsweredQuestion[]) {
  const { ids, clock } = visit.house;
  const now = clock.now();
  const hold = (evidence: Evidence[]) =>
    heldOf(ids, { link, door, submitId, now, given: sent.given, evidence, reason: 'self_declared' });
  if (link.answersAre === 'held') return { kind: 'held', held: hold([]) } as const;
  const keeping = keepingOf(ids, door, { submitId, now, answers });
  return { kind: 'counted', keeping, held: hold(['many_at_once']) } as const;
}

/** The same page again is the same answer, also from a device that may give no other. */
async function afterwards(taken: Taken): Promise<PlainReply> {
  const { visit, link, door, submitId } = taken;
  const kept = await findKeptSubmits(visit.house.db, link.workspace, [submitId]);
  const as = kept.get(submitId);
  return as ? thank(taken, as) : respondentPage(answeredPage(door), 409);
}

function thank({ request, link, device }: Taken, as: 'counted' | 'held'): PlainReply {
  const said = as === link.answersAre ? 'sent' : `sent=${as}`;
  return seeOther(`${request.path}?${said}`, device.headers);
}

function show(
  { visit, link, door, sent, device }: Taken,
  shown: Pick<Parameters<typeof sharedPage>[3], 'page' | 'faults'>,
): PlainReply {
  const body = sharedPage(visit, link, door, { ...shown, submitId: sent.submitId, given: sent.given });
  return respondentPage(body, shown.faults.size > 0 ? 422 : 200, device.headers);
}

/** A shared link hangs in the open, so what others opened of it speaks against nobody. */
function signsOf({ visit, link, door, sent }: Taken) {
  const { env, clock } = visit.house;
  const { submitId, moved, honeypot } = sent;
  const shown = readShown(env, sealedFor(link, door), submitId, sent.shown);
  const opened = { manyNumbers: false, unseenLink: false };
  return signsOfMachine({ shown, pressedAt: clock.now(), moved, honeypot, opened });
}

/** No page sends a point in its id, so this one is nobody's own. */
function machineId({ submitId }: Taken): string {
  return `${submitId}.machine`;
}

/** A press that a machine could have made is held, and one more by hand is asked for. */
async function askForAHand(taken: Taken, evidence: ReturnType<typeof signsOf>): Promise<PlainReply> {
  const { visit, link, door, sent } = taken;
  const { env, ids, clock } = visit.house;
  const now = clock.now();
  const before = readShown(env, sealedFor(link, door), sent.submitId, sent.shown);
  const held = heldOf(ids, {
    ...{ link, door, now, given: sent.given, evidence, reason: 'machine' },
    submitId: machineId(taken),
    elapsed: before ? now - before.at : undefined,
  });
  const { submitId: heldAs } = held;
  const kept = {
    device: null,
    submitId: heldAs,
    pressedBefore: '',
    answers: { kind: 'held', held },
  } as const;
  const outcome = await keep(taken, kept);
  if (outcome.kind === 'over') return askForLater(taken, outcome.wait);
  const shown = shownAt(env.appSecret, sealedFor(link, door), sent.submitId, now, 'again');
  const { submitId, given, turn } = sent;
  return respondentPage(pressAgainPage(door, { submitId, given, shown, page: turn.page, revision: 0 }));
}
