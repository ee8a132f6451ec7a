import { actOnFollowUps } from '#app/followup/act-on-follow-ups.server.ts';
import type { Act } from '#app/followup/follow-up.ts';
import { type Hooks, NO_HOOKS } from '#app/followup/hooks.server.ts';
import { type Opening, openFollowUp } from '#app/followup/open-follow-up.server.ts';
import { createRule, type NewRule } from '#app/followup/rule/create-rule.server.ts';
import { switchRule } from '#app/followup/rule/switch-rule.server.ts';
import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import type { Permission } from '#app/membership/permission.ts';
import { HOUR } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import type { Draft } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { COMPLETE, type Desk, openProgramme, openSurvey } from './asking.ts';
import { KEY } from './held.ts';

/** Another member of the workspace, who can be given work; their id. */
export async function colleague(
  { house, workspace }: Desk,
  name: string,
  permission: Permission = 'cx',
): Promise<string> {
  const email = `${house.ids.make()}@desk.example`;
  const actor = { id: 'test', name: 'The test' };
  const invited = await inviteMember(house, workspace, { email, name, permission, actor });
  if (invited.kind !== 'invited') throw new Error(invited.kind);
  return invited.memberId;
}

/** Opens a follow-up about buyers by hand; its id. */
export async function openOne(
  { house, workspace, memberId }: Desk,
  programmeId: string,
  more: Partial<Opening> = {},
  hooks: Hooks = NO_HOOKS,
): Promise<string> {
  const nobody = { waveId: null, accountId: null, personId: null, responseId: null, ownerId: memberId };
  const opened = await openFollowUp(
    house,
    workspace,
    {
      ...{ what: 'Call back', programmeId, personaId: 'buyer', ...nobody },
      ...{ due: { hours: 8 }, actor: memberId, ...more },
    },
    hooks,
  );
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  return opened.id;
}

/** Does one act with one follow-up, whatever revision it is. */
export function act({ house, workspace, memberId }: Desk, id: string, one: Act, hooks: Hooks = NO_HOOKS) {
  return actOnFollowUps(house, workspace, { on: [{ id }], acts: [one], actor: memberId }, hooks);
}

/** Every follow-up of the workspace as its row stands, in the order they were opened. */
export function followUps({ house, workspace }: Desk) {
  return house.db
    .selectFrom('follow_up')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .execute();
}

/** The survey that this persona is asked by in the programme. */
export async function surveyOf({ house, workspace }: Desk, programmeId: string, personaId: string) {
  const { id } = await house.db
    .selectFrom('survey')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId)
    .where('persona_id', '=', personaId)
    .executeTakeFirstOrThrow();
  return id;
}

/** A rule of buyers who answer 6 or less, or as `more` says; its id. */
export async function makeRule(
  desk: Desk,
  programmeId: string,
  more: Partial<NewRule> = {},
): Promise<string> {
  const { house, workspace, memberId: actor } = desk;
  const personaId = more.personaId ?? 'buyer';
  const surveyId = more.trigger ? '' : await surveyOf(desk, programmeId, personaId);
  const trigger = { kind: 'score', surveyId, questionKey: KEY, atMost: 6 } as const;
  const rule = {
    programmeId,
    personaId,
    trigger,
    what: 'Call back',
    ownerId: null,
    hours: 8,
    actor,
    ...more,
  };
  const made = await createRule(house, workspace, rule);
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return made.id;
}

/** Leaves follow-ups of every kind that a page shows: overdue, taken up, done, and rules that are on and off. */
export async function leaveFollowUps(
  desk: Desk,
  waveId: string,
): Promise<{ followUp: string; closedFollowUp: string }> {
  const { house, workspace, memberId } = desk;
  const { programme_id: programmeId } = await house.db
    .selectFrom('wave')
    .select('programme_id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .executeTakeFirstOrThrow();
  const response = await house.db
    .selectFrom('response as r')
    .innerJoin('answer as a', (on) =>
      on.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.response_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.persona_id as personaId'])
    .where('a.workspace_id', '=', workspace.id)
    .where('a.wave_id', '=', waveId)
    .where('a.persona_id', '=', 'buyer')
    .where('r.person_id', 'is not', null)
    .executeTakeFirstOrThrow();
  const now = house.clock.now();
  const about = { waveId, responseId: response.id };
  const followUp = await openOne(desk, programmeId, { ...about, due: { at: now - HOUR } });
  await act(desk, followUp, { kind: 'comment', words: 'Left a message with their office.' });
  const taken = await openOne(desk, programmeId, { what: 'Explain the new terms', personaId: 'end_user' });
  await act(desk, taken, { kind: 'take_up', ownerId: memberId });
  const closed = await openOne(desk, programmeId, { what: 'Mend the invoice' });
  await act(desk, closed, { kind: 'done', outcome: 'The invoice is right now.' });
  await makeRule(desk, programmeId, { trigger: { kind: 'left' }, what: 'Find out who follows' });
  const trigger = { kind: 'silence', silentDays: 90, renewalDays: 60 } as const;
  const ruleId = await makeRule(desk, programmeId, { trigger, what: 'Ask what became of them' });
  await switchRule(house, workspace, { ruleId, programmeId, isOn: false, actor: memberId });
  return { followUp: toSlug('followUp', followUp), closedFollowUp: toSlug('followUp', closed) };
}

/** A wave that asks buyers these questions, in a programme of its own. */
export async function waveOf(desk: Desk, draft: Draft): Promise<{ programmeId: string; waveId: string }> {
  const { house, workspace, memberId: actor } = desk;
  const programmeId = await openProgramme(desk);
  await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId: 'buyer', actor });
  const surveyId = await openSurvey(desk, programmeId, 'buyer');
  await saveDraft(house, workspace, { surveyId, revision: 1, draft });
  const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
  if (published.kind !== 'published') throw new Error(JSON.stringify(published));
  const lanes = [{ personaId: 'buyer', versionId: published.versionId }];
  const wave = await createWave(house, workspace, { programmeId, name: 'Winter', lanes, actor });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  return { programmeId, waveId: wave.id };
}
