import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findLastCorrection } from '#app/programme/correction/correction.store.server.ts';
import { looksLikeToken } from '#app/programme/link-token.server.ts';
import { findReferral } from '#app/programme/referral/referral.store.server.ts';
import { closedPage, unknownLinkPage } from '../notice-pages.ts';
import { type KnownLink, openLink } from '../open-link.server.ts';
import { shownAt } from '../render-nonce.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { respondentPage, seeOther } from '../respondent-headers.server.ts';
import { browserLanguage, whileDatabaseIsAway } from '../trouble.server.ts';
import { doorInLanguage, type Visit } from '../visit.server.ts';
import { notedPage } from './noted-page.ts';
import { NO_FAULTS, passedPage, passPage } from './pass-page.ts';
import { type RolePage, rolePage } from './role-page.ts';
import { findSaid } from './said.store.server.ts';
import { chooseSelfPage, nothingAskedPage } from './self-page.ts';

/** Who is answering? Opening the page, or any of its steps, writes nothing. */
export function openWho(request: PlainRequest, visit: Visit): Promise<PlainReply> {
  return whileDatabaseIsAway(request, visit, () => openNow(request, visit));
}

async function openNow(request: PlainRequest, visit: Visit): Promise<PlainReply> {
  const { house, token } = visit;
  const link = await openLink(house.db, token, house.clock.now());
  if (link.kind === 'unknown') return notedOrUnknown(request, visit);
  const query = new URLSearchParams(request.query);
  const door = doorInLanguage(link, request, query.get('lang'));
  if (link.kind === 'closed') return respondentPage(closedPage(door));
  const step = query.get('step');
  if (step === 'colleague') return openPassing(visit, door);
  if (step === 'self') return openSelf(visit, door, query);
  return respondentPage(await freshRolePage({ request, visit, link, door }));
}

/** Who said that nothing here is for them reads that again; every other link that opens nothing is unknown. */
export async function notedOrUnknown(request: PlainRequest, { house, token }: Visit): Promise<PlainReply> {
  const said = looksLikeToken(token) ? await findSaid(house.db, hashToken(token)) : undefined;
  const language = browserLanguage(request);
  if (said) return respondentPage(notedPage(said, language));
  await aMomentOfChance();
  return respondentPage(unknownLinkPage(language), 404);
}

/**
 * Up to a millisecond, as the clock happens to stand: a link that was given out once takes a few microseconds more to be
 * found wanting than one that never was, and nobody shall read that off the time of an answer.
 */
function aMomentOfChance(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

async function openPassing(visit: Visit, door: RespondentDoor): Promise<PlainReply> {
  const passed = await findReferral(visit.house.db, door.workspace, door.invitationId);
  if (passed) return respondentPage(passedPage(door, false));
  const typed = { name: '', email: '' };
  const page = { door, path: whoPathOf(visit), shown: shownFor(visit, door) };
  return respondentPage(passPage({ ...page, typed, faults: NO_FAULTS, isDoubted: false }));
}

async function openSelf(visit: Visit, door: RespondentDoor, query: URLSearchParams): Promise<PlainReply> {
  const as = query.get('as');
  if (as === 'none') return respondentPage(nothingAskedPage(door, 'none'));
  const personas = await openPersonas(visit.house.db, door.workspace);
  const chosen = personas.find(({ id }) => as === `persona:${id}`);
  if (chosen) return seeOther(`/r/${visit.token}/as/${encodeURIComponent(chosen.id)}`);
  const isFaulty = query.has('as');
  return respondentPage(chooseSelfPage({ door, personas, path: whoPathOf(visit), isFaulty }));
}

/** A link that leads to somebody, and in which language they read. */
export interface WhoVisit {
  request: PlainRequest;
  visit: Visit;
  link: KnownLink;
  door: RespondentDoor;
}

/** The first step as it opens; the action shows the same again with what was typed. */
export async function freshRolePage(
  { request, visit, link, door }: WhoVisit,
  more: Partial<Pick<RolePage, 'typed' | 'fault' | 'shown'>> = {},
): Promise<string> {
  const { db } = visit.house;
  const last = await findLastCorrection(db, door.workspace, door.invitationId);
  const needsRole = link.kind === 'open' ? link.needsRole : null;
  return rolePage({
    door,
    // Who is asked whether they still are one must be able to say yes, also once nobody else can become one.
    personas: await openPersonas(db, door.workspace, needsRole === 'stale' ? door.persona.id : null),
    path: whoPathOf(visit),
    to: whoFirst(visit, request),
    shown: shownFor(visit, door),
    needsRole,
    changed: link.kind === 'received' && last ? last : null,
    typed: { who: '', words: '' },
    fault: null,
    ...more,
  });
}

async function openPersonas(db: Db, workspace: Workspace, also: string | null = null): Promise<Persona[]> {
  const all = await listPersonas(db, workspace);
  return all.filter(({ id, closedAt }) => closedAt === null || id === also);
}

/** What an address says of its visitor that the next page needs too: the number tapped in the mail, and the language. */
const CARRIED = ['v', 'lang'];

/** Their role is asked for before any question; the number that was tapped comes along. */
export function whoFirst(visit: Visit, request: PlainRequest): string {
  return `${whoPathOf(visit)}${carried(request)}`;
}

export function carried({ query }: PlainRequest): string {
  const known = new URLSearchParams(query);
  const kept = CARRIED.flatMap((name) => (known.has(name) ? [[name, known.get(name)!]] : []));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

export function whoPathOf({ token }: Visit): string {
  return `/r/${token}/who`;
}

/** The pages of this door are one page to the nonce: none of them is sent twice with another meaning. */
export const WHO = 'who';

function shownFor({ house }: Visit, { invitationId }: RespondentDoor): string {
  return shownAt(house.env.appSecret, invitationId, WHO, house.clock.now());
}
