import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Html } from '#app/platform/html.ts';
import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { unknownLinkPage } from '../notice-pages.ts';
import { shownAt } from '../render-nonce.server.ts';
import { respondentPage } from '../respondent-headers.server.ts';
import { browserLanguage, whileDatabaseIsAway } from '../trouble.server.ts';
import type { Visit } from '../visit.server.ts';
import { WHO } from '../who/open-who.server.ts';
import { type RolePage, rolePage } from '../who/role-page.ts';
import { leavePage } from './leave-page.ts';
import { type Leaving, readLeaving } from './read-leaving.server.ts';
import { TEST_TOKEN, testLetterPage } from './test-letter-page.ts';

/** The page behind the unsubscribe link of a mail. Opening it, or any of its steps, writes nothing. */
export function openLeave(request: PlainRequest, visit: Visit): Promise<PlainReply> {
  if (visit.token === TEST_TOKEN) return Promise.resolve(respondentPage(testLetterPage()));
  return whileDatabaseIsAway(request, visit, async () => {
    const leaving = await readLeaving(visit, request);
    if (!leaving) return unknownWayOut(request);
    const asksRole = new URLSearchParams(request.query).get('step') === 'role' && !leaving.isOver;
    return respondentPage(asksRole ? await ownRolePage(visit, leaving) : preferences(visit, leaving));
  });
}

export function unknownWayOut(request: PlainRequest): PlainReply {
  return respondentPage(unknownLinkPage(browserLanguage(request)), 404);
}

function preferences(visit: Visit, leaving: Leaving): string {
  const { door, stopped, isOver } = leaving;
  return leavePage({
    ...{ door, stopped, mayCorrect: !isOver, noted: saidLast(leaving) },
    ...{ path: pathOf(visit), shown: shownFor(visit, leaving) },
  });
}

/** What they said of their role before, while it is the last that is known of it. */
export function saidLast({ door, last, answered, isOver, toPersonaName }: Leaving): Html | null {
  const { rich } = wordsIn(door.language);
  const persona = toPersonaName ?? '';
  const names = { from: door.persona.name, to: persona, account: door.accountName, persona };
  if (!last || last.said === 'still') return null;
  if (last.said === 'other') return isOver ? rich('noted.not_asked', names) : null;
  return rich(`${answered ? 'changed' : 'noted'}.${last.said}`, names);
}

/** The role question of the answer page, for whoever came by the way out. */
export async function ownRolePage(
  visit: Visit,
  leaving: Leaving,
  more: Partial<Pick<RolePage, 'typed' | 'fault' | 'shown'>> = {},
): Promise<string> {
  const { door, way } = leaving;
  const personas = await listPersonas(visit.house.db, way.workspace);
  return rolePage({
    ...{ door, path: pathOf(visit), to: pathOf(visit), shown: shownFor(visit, leaving), roleAlone: true },
    personas: personas.filter(({ closedAt }) => closedAt === null),
    ...{ needsRole: null, changed: null, typed: { who: '', words: '' }, fault: null },
    ...more,
  });
}

export function pathOf({ token }: Visit): string {
  return `/u/${token}`;
}

function shownFor({ house }: Visit, { door }: Leaving): string {
  return shownAt(house.env.appSecret, door.invitationId, WHO, house.clock.now());
}
