import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { closedPage, unknownLinkPage } from '../notice-pages.ts';
import { respondentPage, seeOther } from '../respondent-headers.server.ts';
import { browserLanguage, whileDatabaseIsAway } from '../trouble.server.ts';
import { firstPage } from '../turn-page.ts';
import { openShared, type SharedLinkOpened } from './open-shared.server.ts';
import { byePage, choosePage, NONE, sharedReceivedPage } from './shared-pages.ts';
import { sharedPage } from './shared-sealed.server.ts';
import { askedIn, deviceOf, type SharedVisit } from './shared-visit.server.ts';

/** Asks first what somebody does. Reads only: whoever passes by, a scanner too, changes nothing. */
export function openStart(request: PlainRequest, visit: SharedVisit): Promise<PlainReply> {
  return atLink(request, visit, async (link) => respondentPage(start(request, link, false)));
}

/** Leads on to the questions of the persona that was chosen. */
export function takeStart(request: PlainRequest, visit: SharedVisit): Promise<PlainReply> {
  return atLink(request, visit, async (link) => {
    const chosen = new URLSearchParams(request.form).get('persona') ?? '';
    const isOne = chosen === NONE || link.personas.some(({ id }) => id === chosen);
    if (!isOne) return respondentPage(start(request, link, true), 422);
    const { headers } = await deviceOf(request, visit, link);
    return seeOther(`/s/${visit.token}/${encodeURIComponent(chosen)}`, chosen === NONE ? {} : headers);
  });
}

/** The questions of one persona, or the thanks of who is not asked. */
export function openPersona(
  request: PlainRequest,
  visit: SharedVisit & { personaId: string },
): Promise<PlainReply> {
  return atLink(request, visit, async (link) => {
    const query = new URLSearchParams(request.query);
    const door = await askedIn(link, visit.personaId, request, query.get('lang'));
    if (!door) return notAsked(request, visit, link);
    // Said by the press before, and no more than words: a link that holds all says so whatever stands there.
    const answersAre = query.get('sent') === 'held' ? 'held' : link.answersAre;
    if (query.has('sent')) return respondentPage(sharedReceivedPage(door, answersAre));
    const { hasAnswered } = await deviceOf(request, visit, link);
    if (hasAnswered) return respondentPage(answeredPage(door));
    const given = new Map();
    const asked = { submitId: visit.house.ids.make(), given, faults: new Map() };
    const page = firstPage(door.questionSet.questions, given);
    return respondentPage(sharedPage(visit, link, door, { ...asked, page }));
  });
}

/** A link that leads nowhere is one page, whatever is wrong with it; a closed one says so. */
export function atLink(
  request: PlainRequest,
  visit: SharedVisit,
  answer: (link: SharedLinkOpened) => Promise<PlainReply>,
): Promise<PlainReply> {
  const { house, token } = visit;
  return whileDatabaseIsAway(request, visit, async () => {
    const link = await openShared(house.db, token, house.clock.now());
    const language = browserLanguage(request);
    if (link.kind === 'unknown') return respondentPage(unknownLinkPage(language), 404);
    if (link.kind === 'closed')
      return respondentPage(
        closedPage({ workspaceName: link.workspaceName, language }),
        request.method === 'POST' ? 409 : 200,
      );
    return answer(link);
  });
}

function start(request: PlainRequest, link: SharedLinkOpened, isFaulty: boolean): string {
  const { workspaceName, personas, answersAre, onePerDevice } = link;
  const language = browserLanguage(request);
  return choosePage({ workspaceName, language, personas, answersAre, onePerDevice, isFaulty });
}

/** A persona without questions here is thanked, and so is whoever is none of them; anything else is no address. */
export function notAsked(
  request: PlainRequest,
  { personaId }: { personaId: string },
  { workspaceName, personas }: SharedLinkOpened,
): PlainReply {
  const language = browserLanguage(request);
  const thanks = { workspaceName, language };
  if (personaId === NONE)
    return respondentPage(byePage(thanks, { heading: 'shared.bye', after: 'shared.bye_none' }));
  const persona = personas.find(({ id }) => id === personaId);
  if (!persona) return respondentPage(unknownLinkPage(language), 404);
  const said = { heading: 'shared.bye', after: 'shared.bye_not_asked', name: persona.name } as const;
  return respondentPage(byePage(thanks, said));
}

export function answeredPage(door: { workspaceName: string; language: string }): string {
  return byePage(door, { heading: 'shared.answered', after: 'shared.answered_after' });
}
