import { stopAsking } from '#app/delivery/stop-asking.server.ts';
import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { type CorrectedRole, correctRole } from '#app/programme/correction/correct-role.server.ts';
import type { Said } from '#app/programme/correction/correction.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { shownAt } from '../render-nonce.server.ts';
import { respondentPage, seeOther } from '../respondent-headers.server.ts';
import { browserLanguage, whileDatabaseIsAway } from '../trouble.server.ts';
import type { Visit } from '../visit.server.ts';
import { WHO } from '../who/open-who.server.ts';
import { looksLikeMachine } from '../who/take-who.server.ts';
import { readSaid, readTyped } from '../who/who-form.ts';
import { stoppedPage, takenDownPage } from './leave-page.ts';
import { ownRolePage, pathOf, saidLast, unknownWayOut } from './open-leave.server.ts';
import { type Leaving, readLeaving } from './read-leaving.server.ts';
import { TEST_TOKEN, testLetterPage } from './test-letter-page.ts';

/**
 * Takes a press behind an unsubscribe link: the one click of a mail program (RFC 8058), whatever form it comes in, or a
 * button of the page. A stop is answered at once with 200, asks for no proof of a hand, and may be repeated.
 */
export function takeLeave(request: PlainRequest, visit: Visit): Promise<PlainReply> {
  if (visit.token === TEST_TOKEN) return Promise.resolve(respondentPage(testLetterPage()));
  return whileDatabaseIsAway(request, visit, () => takeNow(request, visit));
}

async function takeNow(request: PlainRequest, visit: Visit): Promise<PlainReply> {
  const form = new URLSearchParams(request.form);
  const isOneClick = form.has('List-Unsubscribe');
  if (!isOneClick && form.get('intent') === 'role') return takeRole(request, visit, form);
  const scope = !isOneClick && form.get('wish') === 'programme' ? 'programme' : 'all';
  const stopped = await stopAsking(visit.house, visit.token, scope);
  if (stopped.kind === 'unknown') return unknownWayOut(request);
  const { workspaceName } = stopped;
  return respondentPage(stoppedPage({ workspaceName, language: browserLanguage(request) }, scope));
}

async function takeRole(request: PlainRequest, visit: Visit, form: URLSearchParams): Promise<PlainReply> {
  const leaving = await readLeaving(visit, request);
  if (!leaving) return unknownWayOut(request);
  if (leaving.isOver) return seeOther(pathOf(visit));
  const said = readSaid(form);
  const isDoubted = looksLikeMachine(visit, leaving.door, form);
  if (said && !isDoubted) return sayIt(request, visit, leaving, said);
  const { env, clock } = visit.house;
  const again = shownAt(env.appSecret, leaving.door.invitationId, WHO, clock.now(), 'again');
  const shown = isDoubted ? { shown: again } : {};
  const more = { typed: readTyped(form), fault: said ? ('again' as const) : ('choose' as const), ...shown };
  return respondentPage(await ownRolePage(visit, leaving, more), 422);
}

async function sayIt(request: PlainRequest, visit: Visit, leaving: Leaving, said: Said): Promise<PlainReply> {
  const { door, way } = leaving;
  const outcome = await correctRole(visit.house, way.workspace, { invitationId: door.invitationId, said });
  if (outcome.kind === 'unknown_persona')
    return respondentPage(await ownRolePage(visit, leaving, { fault: 'choose' }), 422);
  const now = await readLeaving(visit, request);
  const after = now && afterWords(outcome.kind, leaving, now);
  return after ? respondentPage(takenDownPage(door, after)) : seeOther(pathOf(visit));
}

/** What is said after a word about the role; null where the page says as much by itself. */
function afterWords(
  kind: Exclude<CorrectedRole['kind'], 'unknown_persona'>,
  { door }: Leaving,
  now: Leaving,
) {
  const { rich } = wordsIn(door.language);
  const persona = now.toPersonaName ?? now.door.persona.name;
  const account = door.accountName;
  switch (kind) {
    case 'asked':
      return rich('stop.role_asked', { persona, account });
    case 'not_asked':
      return rich('noted.not_asked', { persona, account });
    case 'from_now_on':
      return rich('changed.other', { from: door.persona.name, to: persona });
    case 'none':
    case 'left':
      return saidLast(now);
    case 'still':
    case 'moved':
      return null;
    default:
      return kind satisfies never;
  }
}
