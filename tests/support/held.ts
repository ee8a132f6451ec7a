import { discardHeld } from '#app/answering/held/discard-held.server.ts';
import { keepHeld, type NewHeld } from '#app/answering/held/keep-held.server.ts';
import { type Release, releaseHeld } from '#app/answering/held/release-held.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { addQuestion, emptyDraft } from '#app/survey/draft/draft.ts';
import type { Desk } from './asking.ts';

/** The key of the one question that `draftWave` asks. */
export const KEY = addQuestion(emptyDraft(), 'recommend').questions[0]!.key;

/** Holds an answer of this value in a lane of a wave, as a door would; its id. */
export async function hold(
  { house, workspace }: Desk,
  waveId: string,
  given: Partial<NewHeld> & { personaId: string; score?: string },
): Promise<string> {
  const lane = await house.db
    .selectFrom('wave_lane as l')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'l.workspace_id').onRef('p.id', '=', 'l.programme_id'),
    )
    .select(['l.survey_version_id', 'p.confidentiality'])
    .where('l.workspace_id', '=', workspace.id)
    .where('l.wave_id', '=', waveId)
    .where('l.persona_id', '=', given.personaId)
    .executeTakeFirstOrThrow();
  const { score = '3', ...more } = given;
  const held: NewHeld = {
    id: house.ids.make(),
    waveId,
    surveyVersionId: lane.survey_version_id,
    confidentiality: lane.confidentiality,
    reason: 'self_declared',
    evidence: [],
    ...{ invitationId: null, sharedLinkId: null, accountId: null, saidName: null, saidEmail: null },
    given: new Map([[KEY, [score]]]),
    language: 'en',
    submitId: house.ids.make(),
    receivedAt: house.clock.now(),
    ...more,
  };
  const kept = await keepHeld(house.db, workspace, held);
  if (kept.kind !== 'held') throw new Error(kept.kind);
  return held.id;
}

/** Leaves something to decide on in this wave, and something that was decided. */
export async function leaveHeld(desk: Desk, waveId: string): Promise<void> {
  const asked = await desk.house.db
    .selectFrom('invitation')
    .select(['id', 'account_id', 'persona_id'])
    .where('workspace_id', '=', desk.workspace.id)
    .where('wave_id', '=', waveId)
    .orderBy('id')
    .limit(3)
    .execute();
  for (const { id: invitationId, account_id: accountId, persona_id: personaId } of asked) {
    const seat = { personaId, accountId, invitationId };
    await hold(desk, waveId, { ...seat, reason: 'machine', evidence: ['too_fast'], elapsed: 300 });
    await hold(desk, waveId, {
      ...seat,
      saidName: 'Marguerite Sluis',
      saidEmail: 'marguerite@people.example',
    });
    const heldId = await hold(desk, waveId, { ...seat, reason: 'machine', evidence: ['honeypot'] });
    const reason = 'A mail gateway opened every link that morning';
    await discardHeld(desk.house, desk.workspace, { heldId, reason, actor: desk.memberId });
  }
}

export function release({ house, workspace, memberId }: Desk, heldId: string, more: Partial<Release> = {}) {
  const asked = { heldId, reason: 'Spoke to them', isNamed: false, actor: memberId, ...more };
  return releaseHeld(house, workspace, asked, countAnswers);
}
