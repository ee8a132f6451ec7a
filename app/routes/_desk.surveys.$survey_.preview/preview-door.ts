import type { RespondentDoor } from '#app/answering/respondent-door.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { SurveyEditor } from '#app/programme/read-editor.server.ts';
import type { QuestionSet } from '#app/survey/question.ts';

interface Preview extends SurveyEditor {
  workspace: Workspace;
  workspaceName: string;
  memberName: string;
  set: QuestionSet;
}

/** The door a respondent would stand before, with the member in their place and no invitation behind it. */
export function previewDoor(preview: Preview): RespondentDoor {
  const { programme, purpose, survey } = preview;
  return {
    workspace: preview.workspace,
    workspaceName: preview.workspaceName,
    invitationId: '',
    waveId: '',
    surveyVersionId: '',
    roleAssignmentId: '',
    persona: preview.persona,
    personId: '',
    personName: preview.memberName,
    accountId: '',
    accountName: 'their account',
    confidentiality: programme.confidentiality,
    language: survey.language,
    languages: [survey.language, ...Object.keys(preview.set.translations ?? {})],
    sender: programme.senderName,
    why: purpose?.promise && purpose.promiseOn ? purpose : null,
    questionSet: preview.set,
  };
}
