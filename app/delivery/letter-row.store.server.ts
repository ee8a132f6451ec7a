import { createScopedLook } from '#app/platform/look-together.ts';
import { preparedLook } from '#app/platform/prepared-query.ts';
import { QuestionSet } from '#app/survey/question.ts';
import type { WrittenSet } from '#app/survey/translation/read-by.ts';

/** Letters are written and looked at once more a few at a time: whatever is asked in one turn shares a query. */

const lettersOf = preparedLook((db, invitationIds, slot) =>
  db
    .selectFrom('invitation as i')
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'wave.workspace_id').onRef('pr.id', '=', 'wave.programme_id'),
    )
    .innerJoin('workspace as w', 'w.id', 'i.workspace_id')
    .innerJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.persona_id'),
    )
    .innerJoin('person as pe', (on) =>
      on.onRef('pe.workspace_id', '=', 'i.workspace_id').onRef('pe.id', '=', 'i.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
    )
    .leftJoin('purpose as pu', (on) =>
      on
        .onRef('pu.workspace_id', '=', 'wave.workspace_id')
        .onRef('pu.programme_id', '=', 'wave.programme_id')
        .onRef('pu.persona_id', '=', 'i.persona_id'),
    )
    .select(['i.id', 'i.wave_id', 'i.persona_id', 'i.survey_version_id', 'pr.id as programme_id'])
    .select(['pr.sender_name', 'wave.name as wave_name', 'p.plural as persona_plural'])
    .select(['w.name as workspace_name', 'p.name as persona_name', 'pe.name as person_name'])
    .select(['pe.language as person_language', 'a.name as account_name', 'pu.decision', 'pu.decide_on'])
    .where('i.workspace_id', '=', slot('workspaceId'))
    .where('i.id', 'in', invitationIds),
);

export type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number];

/** What the letter of an invitation says, beside its questions; looked up by workspace and invitation. */
export const findLetterRow = createScopedLook<LetterRow>(async (db, [workspaceId], ids) => {
  const rows = await lettersOf(db, ids, { workspaceId: workspaceId! });
  return new Map(rows.map((row) => [row.id, row]));
});

const definitionsOf = preparedLook((db, versionIds, slot) =>
  db
    .selectFrom('survey_version as v')
    .innerJoin('survey as s', (on) =>
      on.onRef('s.workspace_id', '=', 'v.workspace_id').onRef('s.id', '=', 'v.survey_id'),
    )
    .select(['v.id', 'v.definition', 's.language'])
    .where('v.workspace_id', '=', slot('workspaceId'))
    .where('v.id', 'in', versionIds),
);

/** The frozen questions of a version, read once for all letters that ask them; looked up by workspace and version. */
export const findQuestionSet = createScopedLook<WrittenSet>(async (db, [workspaceId], ids) => {
  const rows = await definitionsOf(db, ids, { workspaceId: workspaceId! });
  return new Map(
    rows.map(({ id, definition, language }) => [
      id,
      { set: QuestionSet.parse(JSON.parse(definition)), written: language },
    ]),
  );
});

const statesOf = preparedLook((db, invitationIds, slot) =>
  db
    .selectFrom('invitation as i')
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .leftJoin('answered_invitation as mark', (on) =>
      on.onRef('mark.workspace_id', '=', 'i.workspace_id').onRef('mark.invitation_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.revoked_at', 'wave.state as wave_state', 'wave.paused_at', 'wave.programme_id'])
    .select(['r.id as response_id', 'mark.invitation_id as marked'])
    .where('i.workspace_id', '=', slot('workspaceId'))
    .where('i.id', 'in', invitationIds),
);

export type AskedState = Awaited<ReturnType<typeof statesOf>>[number];

/** Whether an invitation still asks, as of now; looked up by workspace and invitation. */
export const findAskedState = createScopedLook<AskedState>(async (db, [workspaceId], ids) => {
  const rows = await statesOf(db, ids, { workspaceId: workspaceId! });
  return new Map(rows.map((row) => [row.id, row]));
});
