import type { PersonaLabel } from '#app/persona/persona.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import type { SharedAnswers } from '#app/survey/shared-answers.ts';

/** All that an answer link leads to: who is asked, as whom, by whom, why, and what. */
export interface RespondentDoor {
  workspace: Workspace;
  workspaceName: string;
  invitationId: string;
  waveId: string;
  surveyVersionId: string;
  roleAssignmentId: string;
  persona: PersonaLabel;
  personId: string;
  personName: string;
  accountId: string;
  accountName: string;
  confidentiality: Confidentiality;
  /** BCP 47, of the texts in `questionSet`. */
  language: string;
  /** The language it was written in, then those it was translated into. */
  languages: string[];
  sender: string;
  why: { decision: string; decideOn: string; promise: string; promiseOn: string } | null;
  questionSet: QuestionSet;
  /** Set where nobody was invited: the door of a link on a page or in a chat, which knows no name. */
  shared?: { answersAre: SharedAnswers; onePerDevice: boolean };
  /** Set where somebody else than the one who was invited answers, as themselves. */
  isSelf?: true;
}

/** The same without the names, which only a page needs. */
export type NamelessDoor = Omit<RespondentDoor, 'personName' | 'accountName'>;

/**
 * Why a role is not known to be held: nobody but a colleague says so, or nobody has confirmed it since it was found too old.
 */
export type RoleDoubt = 'named' | 'stale';
