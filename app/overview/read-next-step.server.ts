import { listAccounts } from '#app/audience/list-accounts.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { listSurveys } from '#app/survey/list-surveys.server.ts';
import type { NextStep } from './next-step.ts';

/** The first thing that is still missing. Accounts come in with the people who work there. */
export async function readNextStep(db: Db, workspace: Workspace): Promise<NextStep> {
  const accounts = await listAccounts(db, workspace, { search: '', after: null });
  if (accounts.accounts.length === 0) return 'people';
  const surveys = await listSurveys(db, workspace);
  if (surveys.some(({ published }) => published !== null)) return 'send';
  if (surveys.length > 0) return 'publish';
  const programmes = await listProgrammes(db, workspace);
  return programmes.length === 0 ? 'programme' : 'questions';
}
