import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import type { Given } from '#app/survey/question/given.ts';
import { readAnswers } from '../keep-response.server.ts';
import { closedPage, unknownLinkPage } from '../notice-pages.ts';
import { openLink } from '../open-link.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { respondentPage, seeOther } from '../respondent-headers.server.ts';
import { type QuestionPage, questionPage } from '../respondent-page.ts';
import { readSent, type Sent } from '../sent-form.ts';
import { browserLanguage, whileDatabaseIsAway } from '../trouble.server.ts';
import { faultyPage, firstPage, turnPage } from '../turn-page.ts';
import { doorInLanguage, type Visit } from '../visit.server.ts';
import { keepSelf } from './keep-self.server.ts';
import { findSelfDoor } from './self-door.server.ts';
import { answersOnly, readSaidSelf } from './self-form.ts';
import { lastSelfPage, nothingAskedPage, selfKeptPage } from './self-page.ts';

/** A visit by somebody who says that they are another than the one who was asked. */
export interface SelfVisit extends Visit {
  /** From the path; nothing in a form is read for it. */
  personaId: string;
}

/** The questions of the persona they say. Opening them writes nothing. */
export function openSelfAnswering(request: PlainRequest, visit: SelfVisit): Promise<PlainReply> {
  return whileDatabaseIsAway(request, visit, async () => {
    const query = new URLSearchParams(request.query);
    const opened = await openDoor(request, visit, query.get('lang'));
    if (opened.kind === 'reply') return opened.reply;
    const { door } = opened;
    if (query.has('done')) return respondentPage(selfKeptPage(door, false));
    const given: Given = new Map();
    const page = firstPage(door.questionSet.questions, given);
    const asked = { submitId: visit.house.ids.make(), given, faults: new Map(), page };
    return respondentPage(questionPage({ ...asked, door, tapped: null }));
  });
}

/** Another page, whose word it is, or the end. Nothing is kept before the last press. */
export function takeSelfAnswering(request: PlainRequest, visit: SelfVisit): Promise<PlainReply> {
  return whileDatabaseIsAway(request, visit, async () => {
    const form = new URLSearchParams(request.form);
    const sent = readSent(form, visit.house.ids);
    const opened = await openDoor(request, visit, sent.language ?? null);
    if (opened.kind === 'reply') return opened.reply;
    const { door } = opened;
    const { questions } = door.questionSet;
    const given = answersOnly(questions, sent.given);
    const turned = turnPage(questions, given, sent.turn);
    if (turned.kind === 'page') return again(door, { ...sent, given }, turned);
    if (turned.kind === 'review') return again(door, { ...sent, given }, { page: null, faults: new Map() });
    const read = readAnswers(questions, given);
    if (read.kind === 'faulty') {
      const page = faultyPage(questions, given, read.faults);
      return again(door, { ...sent, given }, { page, faults: read.faults });
    }
    return takeLast(request, visit, door, { sent: { ...sent, given }, form });
  });
}

type Opened = { kind: 'open'; door: RespondentDoor } | { kind: 'reply'; reply: PlainReply };

async function openDoor(request: PlainRequest, visit: SelfVisit, language: string | null): Promise<Opened> {
  const { house, token, personaId } = visit;
  const link = await openLink(house.db, token, house.clock.now());
  const unknown = () => reply(unknownLinkPage(browserLanguage(request)), 404);
  if (link.kind === 'unknown') return unknown();
  const invited = doorInLanguage(link, request, language);
  if (link.kind === 'closed') return reply(closedPage(invited), request.method === 'POST' ? 409 : 200);
  const found = await findSelfDoor(house.db, link, personaId, { request, language });
  if (found.kind === 'unknown') return unknown();
  if (found.kind === 'not_asked') return reply(nothingAskedPage(invited, 'not_asked'));
  return { kind: 'open', door: found.door };
}

function reply(body: string, status = 200): Opened {
  return { kind: 'reply', reply: respondentPage(body, status) };
}

function again(
  door: RespondentDoor,
  { submitId, given }: Pick<Sent, 'submitId' | 'given'>,
  shown: Pick<QuestionPage, 'page' | 'faults'>,
): PlainReply {
  const body = questionPage({ ...shown, door, submitId, given, tapped: null });
  return respondentPage(body, shown.faults.size > 0 ? 422 : 200);
}

/** Where nothing may lead back to anybody, nobody is asked for a name. */
async function takeLast(
  { path }: PlainRequest,
  { house }: SelfVisit,
  door: RespondentDoor,
  { sent: { submitId, given }, form }: { sent: Sent; form: URLSearchParams },
): Promise<PlainReply> {
  const isUnlinkable = door.confidentiality === 'unlinkable';
  const { typed, name, email, isLast, isEmailFaulty } = readSaidSelf(form);
  if (!isUnlinkable && (!isLast || isEmailFaulty)) {
    const page = { door, submitId, given, typed, isEmailFaulty: isLast && isEmailFaulty };
    return respondentPage(lastSelfPage(page), page.isEmailFaulty ? 422 : 200);
  }
  const kept = await keepSelf(house, { door, submitId, given, saidName: name, saidEmail: email });
  if (kept.kind === 'full') return respondentPage(selfKeptPage(door, true), 409);
  return seeOther(`${path}?done=1&lang=${encodeURIComponent(door.language)}`);
}
