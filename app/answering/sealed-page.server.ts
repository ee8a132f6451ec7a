import type { Given } from '#app/survey/question/given.ts';
import { questionOf } from './merge-given.ts';
import { shownAt } from './render-nonce.server.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { type QuestionPage, questionPage } from './respondent-page.ts';
import type { Visit } from './visit.server.ts';

export interface Sealed extends Pick<QuestionPage, 'submitId' | 'page' | 'faults'> {
  /** Everything filled in so far, from wherever. */
  given: Given;
  /** As much of it as this reader has filled in. */
  visible: Given;
  revision: number;
  metOthers: boolean;
}

/** A page of questions with what only a page of a link carries. */
export function sealedPage({ house, token }: Visit, door: RespondentDoor, sealed: Sealed): string {
  const { given, visible, revision, metOthers, ...asked } = sealed;
  const seen = new Set([...visible.keys()].map(questionOf));
  const hidden = [...given.keys()].map(questionOf).filter((key) => !seen.has(key));
  const shown = shownAt(house.env.appSecret, door.invitationId, asked.submitId, house.clock.now());
  const seal = { shown, revision, metOthers, whoPath: `/r/${token}/who`, elsewhere: new Set(hidden) };
  return questionPage({ ...asked, door, given: visible, tapped: null, seal });
}
