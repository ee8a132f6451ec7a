import {
  closedPage,
  pressAgainPage,
  receivedBeforePage,
  receivedPage,
  troublePage,
  unknownLinkPage,
} from '#app/answering/notice-pages.ts';
import type { RespondentDoor } from '#app/answering/respondent-door.ts';
import { type QuestionPage, questionPage } from '#app/answering/respondent-page.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { pagesOf } from '#app/survey/logic/pages.ts';
import { SAID, type SaidId } from '#app/survey/question/said.ts';
import { Question } from '#app/survey/question.ts';
import { everyKind } from './surveys.ts';

/** Stands for everything that a member or a respondent wrote: no letter of it is of any language. */
export const BLANK = '◆';

/** What of a question is written by whoever asks. */
const WRITTEN = new Set(['wording', 'label', 'other', 'low', 'high', 'agree', 'still', 'changed', 'never']);

function blanked(question: Question): Question {
  const text = JSON.stringify(question, (name, value) => (WRITTEN.has(name) ? BLANK : value));
  return Question.parse(JSON.parse(text));
}

export const blankQuestions = everyKind.map(blanked);

export function blankDoor(language: string, given: Partial<RespondentDoor> = {}): RespondentDoor {
  return {
    workspace: mintWorkspace('w1'),
    workspaceName: BLANK,
    ...{ invitationId: 'i1', waveId: 'v1', surveyVersionId: 's1', roleAssignmentId: 'r1' },
    persona: { id: 'p1', base: 'buyer', name: BLANK, plural: BLANK },
    ...{ personId: 'n1', personName: BLANK, accountId: 'a1', accountName: BLANK },
    ...{ confidentiality: 'attributed', language, languages: [language], sender: BLANK },
    why: { decision: BLANK, decideOn: '2027-02-26', promise: BLANK, promiseOn: '2027-05-01' },
    questionSet: { intro: BLANK, closing: BLANK, questions: blankQuestions },
    ...given,
  };
}

/** All that a fault can be about. */
const VALUES = {
  low: 0,
  high: 10,
  count: 2,
  least: 1,
  most: 3,
  other: BLANK,
  choice: BLANK,
  earliest: 0,
  latest: 0,
};
const FAULTS = Object.keys(SAID).filter((id): id is SaidId => /^(fault|missing)\./.test(id));

/** Every page of answering in one language, by a name for each. */
export function respondentPages(language: string): Record<string, string> {
  const door = blankDoor(language);
  const [first] = blankQuestions;
  const asked = { door, submitId: 'submit', given: new Map(), faults: new Map(), tapped: null };
  const at = (index: number, questions: Question[], isLast = false) => ({ index, questions, isLast });
  const seal = { shown: 'x', revision: 1, whoPath: '/who', metOthers: true, elsewhere: new Set(['q0']) };
  const draw = (more: Partial<QuestionPage>) => questionPage({ ...asked, page: null, seal, ...more });
  const pages = pagesOf(blankQuestions).map((questions, index) => draw({ page: at(index, questions) }));
  const faults = FAULTS.map((id) =>
    draw({ page: at(1, [first!]), faults: new Map([['q0', { id, values: VALUES }]]) }),
  );
  const short = blankDoor(language, { questionSet: { intro: '', questions: blankQuestions.slice(0, 1) } });
  const sent = { submitId: 'submit', given: new Map(), shown: 'x', page: 0, revision: 1 };
  return {
    ...Object.fromEntries(pages.map((page, index) => [`page ${index}`, page])),
    ...Object.fromEntries(faults.map((page, index) => [FAULTS[index]!, page])),
    'the last of a long survey': draw({ page: at(3, [first!], true) }),
    'the last of a short survey': draw({ door: short, page: at(1, [first!], true) }),
    'a tapped number': draw({ door: short, page: at(0, [first!], true), tapped: '7' }),
    'the review of a long survey': draw({
      given: new Map([
        ['q0', ['7']],
        ['q1.declined', ['1']],
      ]),
    }),
    'the end of a short survey': draw({ door: short }),
    'seen by the team without a name': draw({ door: { ...door, confidentiality: 'confidential' } }),
    'joined to nobody': draw({ door: { ...door, confidentiality: 'unlinkable' } }),
    received: receivedPage(door, 0),
    'received, and joined to nobody': receivedPage(door, null),
    'received before': receivedBeforePage(door),
    closed: closedPage(door),
    'an unknown link': unknownLinkPage(language),
    'one more press': pressAgainPage(door, sent),
    'trouble while sending': troublePage(language, [['q0', '7']]),
    'trouble while opening': troublePage(language, []),
  };
}

/** What a reader is shown or told of a page: its texts, and the attributes that are read out or shown by the script. */
export function toldBy(page: string): string[] {
  const plain = page.replace(/<style[^>]*>.*?<\/style>/gs, '');
  const texts = plain.split(/<[^>]*>/);
  const told = [
    ...plain.matchAll(/ (?:aria-label|placeholder|title|alt|data-[a-z]+)="([^"]*)"/g),
    ...plain.matchAll(/<meta property="og:title" content="([^"]*)"/g),
  ];
  return [...texts, ...told.map(([, text]) => text!)]
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2}/u.test(text));
}
