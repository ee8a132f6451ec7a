import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { correctRole } from '#app/programme/correction/correct-role.server.ts';
import type { Said } from '#app/programme/correction/correction.ts';
import { passOn } from '#app/programme/referral/pass-on.server.ts';
import type { QueueMessages } from '#app/programme/send-wave.server.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { signsOfMachine } from '../machine-signs.ts';
import { closedPage } from '../notice-pages.ts';
import { openLink } from '../open-link.server.ts';
import { readShown, shownAt } from '../render-nonce.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { respondentPage, seeOther } from '../respondent-headers.server.ts';
import { whileDatabaseIsAway } from '../trouble.server.ts';
import { doorInLanguage, openingsOf, type Visit } from '../visit.server.ts';
import { carried, freshRolePage, notedOrUnknown, WHO, type WhoVisit, whoPathOf } from './open-who.server.ts';
import { NO_FAULTS, passedPage, passPage } from './pass-page.ts';
import { readSaid, readTyped } from './who-form.ts';
import { endPage } from './who-frame.ts';

interface Taken extends WhoVisit {
  form: URLSearchParams;
  /** What a machine may have pressed changes nobody's role and writes to nobody. */
  isDoubted: boolean;
}

/** Takes what somebody says of themselves, or whom they pass the invitation on to. */
export function takeWho(request: PlainRequest, visit: Visit, queue: QueueMessages): Promise<PlainReply> {
  return whileDatabaseIsAway(request, visit, () => takeNow(request, visit, queue));
}

async function takeNow(request: PlainRequest, visit: Visit, queue: QueueMessages): Promise<PlainReply> {
  const { house, token } = visit;
  const link = await openLink(house.db, token, house.clock.now());
  if (link.kind === 'unknown') return notedOrUnknown(request, visit);
  const door = doorInLanguage(link, request, new URLSearchParams(request.query).get('lang'));
  if (link.kind === 'closed') return respondentPage(closedPage(door), 409);
  const form = new URLSearchParams(request.form);
  const taken = { request, visit, form, link, door, isDoubted: looksLikeMachine(visit, door, form) };
  return form.get('intent') === 'pass' ? takePassing(taken, queue) : takeRole(taken);
}

/** Whether a press about a role came as a machine would send it. */
export function looksLikeMachine(
  visit: Visit,
  { invitationId }: Pick<RespondentDoor, 'invitationId'>,
  form: URLSearchParams,
): boolean {
  const { env, clock } = visit.house;
  const shown = readShown(env, invitationId, WHO, form.get('shown') ?? '');
  const honeypot = form.get('website') ?? '';
  const press = { shown, honeypot, pressedAt: clock.now(), moved: false, opened: openingsOf(visit) };
  return signsOfMachine(press).length > 0;
}

/** Proof against what machines did with the link before: asked for by hand. */
function shownAgain({ visit: { house }, door }: Taken): string {
  return shownAt(house.env.appSecret, door.invitationId, WHO, house.clock.now(), 'again');
}

async function takeRole(taken: Taken): Promise<PlainReply> {
  const { form, isDoubted } = taken;
  const typed = readTyped(form);
  const said = readSaid(form);
  if (said && !isDoubted) return sayIt(taken, said);
  const shown = isDoubted ? { shown: shownAgain(taken) } : {};
  const fault = said ? 'again' : 'choose';
  return respondentPage(await freshRolePage(taken, { typed, fault, ...shown }), 422);
}

/** How often another page may have said something first; each time the link is opened again. */
const MOST_MEETINGS = 3;

/** The last word stands: where another page was first, this one is heard about where the link leads since. */
async function sayIt(taken: Taken, said: Said): Promise<PlainReply> {
  const { request, visit } = taken;
  const { house, token } = visit;
  let { link, door } = taken;
  for (let meetings = 0; meetings < MOST_MEETINGS; meetings += 1) {
    const { workspace, invitationId } = door;
    const outcome = await correctRole(house, workspace, { invitationId, said });
    switch (outcome.kind) {
      case 'moved': {
        const next = await openLink(house.db, token, house.clock.now());
        if (next.kind === 'unknown') return notedOrUnknown(request, visit);
        link = next;
        door = next.door;
        continue;
      }
      case 'unknown_persona':
        return respondentPage(await freshRolePage({ ...taken, link, door }, { fault: 'choose' }), 422);
      case 'still':
        return stayed(taken, door);
      case 'asked':
        return seeOther(`/r/${token}`);
      case 'not_asked':
      case 'from_now_on':
      case 'none':
      case 'left':
        return seeOther(whoPathOf(visit));
      default:
        return outcome satisfies never;
    }
  }
  return seeOther(whoPathOf(visit));
}

/** On to the questions; there are none where a member ended the role meanwhile, which a yes does not undo. */
async function stayed(
  { request, visit: { house, token } }: Taken,
  door: RespondentDoor,
): Promise<PlainReply> {
  const link = await openLink(house.db, token, house.clock.now());
  if (link.kind !== 'open' || link.needsRole === null) return seeOther(`/r/${token}${carried(request)}`);
  const { say } = wordsIn(door.language);
  const words = { heading: say('noted.heading'), after: say('self.none') };
  return respondentPage(endPage(door, 'noted.title', words));
}

async function takePassing(taken: Taken, queue: QueueMessages): Promise<PlainReply> {
  const { visit, form, door, isDoubted } = taken;
  const typed = { name: form.get('name') ?? '', email: form.get('email') ?? '' };
  const path = whoPathOf(visit);
  if (isDoubted) {
    const page = { door, path, shown: shownAgain(taken), typed };
    return respondentPage(passPage({ ...page, faults: NO_FAULTS, isDoubted }), 422);
  }
  const { invitationId } = door;
  const passed = await passOn(visit.house, door.workspace, { invitationId, ...typed }, queue);
  switch (passed.kind) {
    case 'faulty': {
      const page = { door, path, shown: form.get('shown') ?? '', typed, isDoubted };
      return respondentPage(passPage({ ...page, faults: passed.faults }), 422);
    }
    case 'passed_on_before':
      return respondentPage(passedPage(door, true), 409);
    case 'passed_on':
      return seeOther(`${path}?step=colleague`);
    case 'moved':
      return seeOther(path);
    default:
      return passed satisfies never;
  }
}
