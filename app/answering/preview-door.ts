import type { PersonaLabel } from '#app/persona/persona.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import { inLanguage } from '#app/survey/texts.ts';
import type { RespondentDoor } from './respondent-door.ts';

/** What a survey that nobody was sent is looked at with: everything of an invitation but the invitation. */
export interface Preview {
  workspace: Workspace;
  workspaceName: string;
  senderName: string;
  confidentiality: Confidentiality;
  persona: PersonaLabel;
  purpose: RespondentDoor['why'];
  /** Who it is looked at as: somebody who holds the role, or whoever looks. */
  person: { name: string; account: string };
  /** The language it was written in. */
  written: string;
  /** The language it is looked at in. */
  language: string;
  set: QuestionSet;
}

/** The door a respondent would stand before, with no invitation behind it. */
export function previewDoor(preview: Preview): RespondentDoor {
  const { purpose, person, set, written, language } = preview;
  return {
    workspace: preview.workspace,
    workspaceName: preview.workspaceName,
    invitationId: '',
    waveId: '',
    surveyVersionId: '',
    roleAssignmentId: '',
    persona: preview.persona,
    personId: '',
    personName: person.name,
    accountId: '',
    accountName: person.account,
    confidentiality: preview.confidentiality,
    language,
    languages: [written, ...Object.keys(set.translations ?? {})],
    sender: preview.senderName,
    why: purpose?.promise && purpose.promiseOn ? purpose : null,
    questionSet: inLanguage(set, language),
  };
}
