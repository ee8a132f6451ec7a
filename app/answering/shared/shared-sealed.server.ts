import { shownAt } from '../render-nonce.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { type QuestionPage, questionPage } from '../respondent-page.ts';
import type { SharedLinkOpened } from './open-shared.server.ts';
import type { SharedVisit } from './shared-visit.server.ts';

/** What the mark of a page is bound to: no mark of one link or persona passes for that of another. */
export function sealedFor({ id }: Pick<SharedLinkOpened, 'id'>, { persona }: RespondentDoor): string {
  return `${id} ${persona.id}`;
}

/** A page of questions for whoever came through a link. All that is filled in travels with it; nothing is kept. */
export function sharedPage(
  { house, token }: SharedVisit,
  link: SharedLinkOpened,
  door: RespondentDoor,
  asked: Pick<QuestionPage, 'submitId' | 'given' | 'faults' | 'page'>,
): string {
  const { env, clock } = house;
  const shown = shownAt(env.appSecret, sealedFor(link, door), asked.submitId, clock.now());
  const seal = { shown, revision: 0, whoPath: `/s/${token}`, elsewhere: new Set<string>(), metOthers: false };
  return questionPage({ ...asked, door, tapped: null, seal });
}
