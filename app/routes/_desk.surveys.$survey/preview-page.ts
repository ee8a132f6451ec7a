import { receivedPage } from '#app/answering/notice-pages.ts';
import { type Preview, previewDoor } from '#app/answering/preview-door.ts';
import { questionPage } from '#app/answering/respondent-page.ts';
import { readSent } from '#app/answering/sent-form.ts';
import { faultyPage, firstPage, turnPage } from '#app/answering/turn-page.ts';
import { writeInvitation } from '#app/delivery/invitation-mail.ts';
import { mailDocument } from '#app/delivery/mail-document.ts';
import { type Page, pagesOf } from '#app/survey/logic/pages.ts';
import { readAlong } from '#app/survey/logic/read-along.ts';
import type { Given } from '#app/survey/question/given.ts';
import type { Said } from '#app/survey/question/said.ts';
import type { Question } from '#app/survey/question.ts';
import { wordsIn } from '#app/survey/words/words.ts';

/** Where somebody stands who goes through the preview. */
export interface Place {
  given: Given;
  page: Page<Question> | null;
  faults: ReadonlyMap<string, Said>;
  isDone: boolean;
}

const NO_FAULTS: ReadonlyMap<string, Said> = new Map();
const NOTHING: Given = new Map();

/** The page that holds a question, as whoever comes to it sees it; the first page for anything else. */
export function placeOf(questions: readonly Question[], key: string | null): Place {
  const pages = pagesOf(questions);
  const at = pages.findIndex((page) => page.some((question) => question.key === key));
  const page =
    at > 0
      ? { index: at, questions: pages[at]!, isLast: at === pages.length - 1 }
      : firstPage(questions, NOTHING);
  return { given: NOTHING, page, faults: NO_FAULTS, isDone: false };
}

/** Where a press of a button in the preview leads; nothing of it leaves the browser. */
export function turnTo(questions: readonly Question[], form: FormData): Place {
  const { given, turn } = readSent(form, { make: () => 'preview' });
  const turned = turnPage(questions, given, turn);
  if (turned.kind === 'page') return { given, page: turned.page, faults: turned.faults, isDone: false };
  if (turned.kind === 'review') return { given, page: null, faults: NO_FAULTS, isDone: false };
  const read = readAlong(questions, given);
  if (read.kind === 'read') return { given, page: null, faults: NO_FAULTS, isDone: true };
  const page = faultyPage(questions, given, read.faults);
  return { given, page, faults: read.faults, isDone: false };
}

/** The respondent's own page as a document. */
export function pageDocument(preview: Preview, place: Place, nonce: string, now: number): string {
  const door = previewDoor(preview);
  if (place.isDone) return receivedPage(door, now, nonce);
  const keys = new Set(place.page?.questions.map(({ key }) => key));
  const told = door.questionSet.questions.filter(({ key }) => keys.has(key));
  const page = place.page && { ...place.page, questions: told };
  const { given, faults } = place;
  return questionPage({ door, nonce, given, faults, page, submitId: 'preview', tapped: null });
}

/** The mail as a document. */
export function mailOf(preview: Preview, nonce: string): { subject: string; html: string } {
  const door = previewDoor(preview);
  const { workspaceName, sender: senderName, personName, persona, accountName, why, questionSet } = door;
  const names = { workspaceName, senderName, personName, personaName: persona.name, accountName };
  const { language } = door;
  const asked = { why, questionSet, language, answerUrl: '#', unsubscribeUrl: '#' };
  const { subject, html } = writeInvitation({ ...names, ...asked }, wordsIn(language));
  return { subject, html: mailDocument(html, { nonce }) };
}
