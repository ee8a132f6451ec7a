import { closeWave } from '#app/programme/close-wave.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { changeQuestion } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { answer } from './answering.ts';
import { type Desk, noMail, oneQuestion, openSurvey, seat } from './asking.ts';
import type { Asked } from './heard.ts';
import { KEY } from './held.ts';

export interface Lane {
  personaId: string;
  versionId: string;
}

let people = 0;

/** A wave of these lanes in which people who were never asked before gave these scores; who gives none stays silent. */
export async function playWave(
  desk: Desk,
  { programmeId, name, lanes }: { programmeId: string; name: string; lanes: readonly Lane[] },
  scores: Asked,
): Promise<string> {
  const { house, workspace, memberId: actor } = desk;
  const wave = await createWave(house, workspace, { programmeId, name, lanes: [...lanes], actor });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  const given = Object.entries(scores).flatMap(([personaId, all]) =>
    all.map((score) => ({ personaId, score })),
  );
  const asked = [];
  for (const { personaId, score } of given) {
    people += 1;
    const one = { name: `Someone ${people}`, account: `Firm ${people % 40}`, personaIds: [personaId] };
    asked.push({ roleId: (await seat(desk, one))[0]!, score });
  }
  const roleIds = asked.map(({ roleId }) => roleId);
  const sent = await sendWave(house, workspace, { waveId: wave.id, roleIds, actor }, noMail);
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
  const invitations = await house.db
    .selectFrom('invitation')
    .select(['id', 'role_assignment_id as roleId'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', wave.id)
    .execute();
  for (const { roleId, score } of asked) {
    if (score === null) continue;
    const { id } = invitations.find((one) => one.roleId === roleId)!;
    const token = linkToken(house.env.appSecret, 'answer', id, 1);
    const kept = await answer(house, token, { [KEY]: String(score) });
    if (kept.kind !== 'kept') throw new Error(kept.kind);
  }
  return wave.id;
}

/** Another survey for buyers that asks with other words; the version. */
export async function publishReworded(desk: Desk, programmeId: string, wording: string): Promise<string> {
  const { house, workspace, memberId: actor } = desk;
  const surveyId = await openSurvey(desk, programmeId, 'buyer');
  const draft = changeQuestion(oneQuestion(), KEY, (question) => ({ ...question, wording }));
  await saveDraft(house, workspace, { surveyId, revision: 1, draft });
  const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
  if (published.kind !== 'published') throw new Error(published.kind);
  return published.versionId;
}

export async function endWave(desk: Desk, waveId: string): Promise<void> {
  const ended = { waveId, actor: desk.memberId };
  const closed = await closeWave(desk.house, desk.workspace, ended, async () => {});
  if (closed.kind !== 'closed') throw new Error(closed.kind);
}

/** So many people who all gave the same score. */
export function all(people: number, score: number): number[] {
  return Array<number>(people).fill(score);
}
