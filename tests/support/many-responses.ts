import { DAY } from '#app/platform/clock.ts';
import type { Desk } from './asking.ts';
import { QUESTION } from './heard.ts';

/** Rows per statement: below what either engine binds at once. */
const BATCH = 500;

/** Puts many imported responses into a lane, written as rows: most of one day share one moment. */
export async function fillWave(
  { house, workspace, memberId }: Desk,
  of: { waveId: string; personaId: string; versionId: string; count: number },
): Promise<void> {
  const [now, importId] = [house.clock.now(), house.ids.make()];
  const { db } = house;
  const pin = {
    workspace_id: workspace.id,
    wave_id: of.waveId,
    persona_id: of.personaId,
    survey_version_id: of.versionId,
  };
  await db
    .insertInto('import_run')
    .values({ ...IMPORT, workspace_id: workspace.id, id: importId, created_by: memberId, created_at: now })
    .execute();
  await db.updateTable('wave').set({ state: 'closed', sent_at: now }).where('id', '=', of.waveId).execute();
  for (let from = 0; from < of.count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, of.count - from) }, (_, i) => ({
      ...pin,
      ...RESPONSE,
      id: house.ids.make(),
      import_id: importId,
      submit_id: house.ids.make(),
      answered_at: now + Math.floor((from + i) / 700) * DAY,
      received_at: now,
    }));
    await db.insertInto('response').values(rows).execute();
    const answers = rows.map(({ id }, i) => ({
      ...pin,
      response_id: id,
      question_key: QUESTION,
      score: (from + i) % 11,
      choices: null,
      verbatim: null,
    }));
    await db.insertInto('answer').values(answers).execute();
  }
}

const IMPORT = {
  kind: 'answers',
  state: 'done',
  file_name: 'many.csv',
  file_size: 1,
  choices: '{}',
  report: '{}',
  rows_read: 0,
  rows_total: null,
  failure: null,
  finished_at: null,
  lease_until: null,
} as const;

const RESPONSE = {
  source: 'imported',
  invitation_id: null,
  persona_at_invite: null,
  role_assignment_id: null,
  person_id: null,
  account_id: null,
  confidentiality: 'attributed',
  language: 'en',
} as const;
