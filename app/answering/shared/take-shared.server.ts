import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { keyedHash } from '#app/platform/secrets.server.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { AnsweredQuestion } from '#app/survey/logic/read-along.ts';
import { keepHeld } from '../held/keep-held.server.ts';
import { readAnswers } from '../keep-response.server.ts';
import type { OnKept } from '../keep-together.server.ts';
import { signsOfMachine } from '../machine-signs.ts';
import { pressAgainPage } from '../notice-pages.ts';
import { readShown, shownAt } from '../render-nonce.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { respondentPage, seeOther } from '../respondent-headers.server.ts';
import { readSent, type Sent } from '../sent-form.ts';
import { faultyPage, turnPage } from '../turn-page.ts';
import { keepShared } from './keep-shared.server.ts';
import type { SharedLinkOpened } from './open-shared.server.ts';
import { findKeptSubmits } from './shared.store.server.ts';
import { heldOf, keepingOf } from './shared-answers.server.ts';
import { answeredPage, atLink, notAsked } from './shared-door.server.ts';
import { sealedFor, sharedPage } from './shared-sealed.server.ts';
import { askedIn, type Device, deviceOf, type SharedVisit } from './shared-visit.server.ts';

/** A page that came back through a link. */
interface Taken {
  request: PlainRequest;
  visit: SharedVisit;
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
  visit: SharedVisit & { personaId: string },
  onKept: OnKept,
): Promise<PlainReply> {
  return atLink(request, visit, async (link) => {
    const sent = readSent(new URLSearchParams(request.form), visit.house.ids);
    const door = await askedIn(link, visit.personaId, request, sent.language ?? null);
    if (!door) return notAsked(request, visit, link);
    const device = await deviceOf(request, visit, link);
    const submitId = submitIdOf(visit, link, sent);
    return take({ request, visit, link, door, sent, device, submitId }, onKept);
  });
}

/** Where nothing may lead back, the page's own id tells no time either. */
function submitIdOf({ house }: SharedVisit, { confidentiality, id }: SharedLinkOpened, sent: Sent): string {
  if (confidentiality !== 'unlinkable') return sent.submitId;
  return keyedHash(house.env.appSecret, 'submit', `${id}|${sent.submitId}`).toString('base64url');
}

async function take(taken: Taken, onKept: OnKept): Promise<PlainReply> {
  const { link, door, sent, device } = taken;
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
  const outcome = await keepShared(taken.visit.house.db, onKept, {
    ...{ workspace: link.workspace, linkId: link.id, device: device.hash },
    ...{ submitId: taken.submitId, pressedBefore: machineId(taken), at: taken.visit.house.clock.now() },
    answers: answersOf(taken, read.answers),
  });
  return outcome === 'device_before' ? afterwards(taken) : thank(taken);
}

function answersOf({ visit, link, door, sent, submitId }: Taken, answers: readonly AnsweredQuestion[]) {
  const { house } = visit;
  const now = house.clock.now();
  if (link.answersAre === 'counted')
    return { kind: 'counted', keeping: keepingOf(house.ids, door, { submitId, now, answers }) } as const;
  const given = { given: sent.given, evidence: [], reason: 'self_declared' as const };
  return { kind: 'held', held: heldOf(house.ids, { link, door, submitId, now, ...given }) } as const;
}

/** The same page again is the same answer, also from a device that may give no other. */
async function afterwards(taken: Taken): Promise<PlainReply> {
  const { visit, link, door, submitId } = taken;
  const kept = await findKeptSubmits(visit.house.db, link.workspace, [submitId]);
  return kept.has(submitId) ? thank(taken) : respondentPage(answeredPage(door), 409);
}

function thank({ request, device }: Taken): PlainReply {
  return seeOther(`${request.path}?sent`, device.headers);
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
  const { env, ids, clock, db } = visit.house;
  const now = clock.now();
  const before = readShown(env, sealedFor(link, door), sent.submitId, sent.shown);
  const held = heldOf(ids, {
    ...{ link, door, now, given: sent.given, evidence, reason: 'machine' },
    submitId: machineId(taken),
    elapsed: before ? now - before.at : undefined,
  });
  await inTransaction(db, (tx) => keepHeld(tx, link.workspace, held));
  const shown = shownAt(env.appSecret, sealedFor(link, door), sent.submitId, now, 'again');
  const { submitId, given, turn } = sent;
  return respondentPage(pressAgainPage(door, { submitId, given, shown, page: turn.page, revision: 0 }));
}
