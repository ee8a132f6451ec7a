import type { Db } from '#app/platform/db.server.ts';
import { preparedLook, preparedQuery, writtenOut } from '#app/platform/prepared-query.ts';

/** Invitations by the hashes of their answer links, with all that decides whether they may be answered. */
const invited = (db: Db, hashes: readonly string[]) =>
  db
    .selectFrom('link')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'link.workspace_id').onRef('i.id', '=', 'link.invitation_id'),
    )
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .leftJoin('begun_response as begun', (on) =>
      on.onRef('begun.workspace_id', '=', 'i.workspace_id').onRef('begun.invitation_id', '=', 'i.id'),
    )
    .select(['link.token_hash', 'i.workspace_id', 'i.id as invitation_id', 'i.wave_id'])
    .select(['i.survey_version_id', 'i.persona_id', 'i.role_assignment_id', 'i.person_id', 'i.account_id'])
    .select(['i.came_from', 'i.persona_at_invite', 'i.stale_confirmation'])
    .select(['wave.state as wave_state', 'wave.closed_at', 'wave.programme_id'])
    .select(['r.answered_at', 'begun.revision as begun_revision'])
    .where('link.token_hash', 'in', hashes)
    .where('link.kind', '=', writtenOut('answer'))
    .where('link.revoked_at', 'is', null)
    .where('i.revoked_at', 'is', null);

const pressedBy = preparedLook((db, hashes) => invited(db, hashes));

/** Where answer links lead, without the names of who is asked; unknown and revoked ones are missing. */
export async function findPressedRows(db: Db, tokenHashes: readonly string[]) {
  return pressedBy(db, tokenHashes);
}

export type PressedRow = Awaited<ReturnType<typeof findPressedRows>>[number];

const invitedBy = preparedLook((db, hashes) =>
  invited(db, hashes)
    .innerJoin('person as pe', (on) =>
      on.onRef('pe.workspace_id', '=', 'i.workspace_id').onRef('pe.id', '=', 'i.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
    )
    .leftJoin('answered_invitation as mark', (on) =>
      on.onRef('mark.workspace_id', '=', 'i.workspace_id').onRef('mark.invitation_id', '=', 'i.id'),
    )
    .select(['pe.name as person_name', 'pe.language as person_language', 'a.name as account_name'])
    .select(['r.submit_id', 'mark.invitation_id as marked'])
    .select(['begun.given as begun_given', 'begun.page as begun_page', 'begun.device_hash as begun_device']),
);

/** Where answer links lead, by the hashes of their tokens; unknown and revoked ones are missing. */
export async function findInvitedRows(db: Db, tokenHashes: readonly string[]) {
  return invitedBy(db, tokenHashes);
}

export type InvitedRow = Awaited<ReturnType<typeof findInvitedRows>>[number];

const laneOf = preparedQuery((db, slot) =>
  db
    .selectFrom('workspace as w')
    .innerJoin('persona as p', 'p.workspace_id', 'w.id')
    .innerJoin('programme as pr', 'pr.workspace_id', 'w.id')
    .innerJoin('survey_version as v', 'v.workspace_id', 'w.id')
    .innerJoin('survey as s', (on) =>
      on.onRef('s.workspace_id', '=', 'v.workspace_id').onRef('s.id', '=', 'v.survey_id'),
    )
    .leftJoin('purpose as pu', (on) =>
      on
        .onRef('pu.workspace_id', '=', 'w.id')
        .onRef('pu.programme_id', '=', 'pr.id')
        .onRef('pu.persona_id', '=', 'p.id'),
    )
    // Who asks is called as their mail calls them.
    .leftJoin('programme_brand as b', (on) =>
      on.onRef('b.workspace_id', '=', 'w.id').onRef('b.programme_id', '=', 'pr.id'),
    )
    .select(({ fn }) => fn.coalesce('b.display_name', 'w.name').as('workspace_name'))
    .select('s.language')
    .select(['p.base as persona_base', 'p.name as persona_name', 'p.plural as persona_plural'])
    .select(['pr.confidentiality', 'pr.sender_name'])
    .select(['pu.decision', 'pu.decide_on', 'pu.promise', 'pu.promise_on'])
    .where('w.id', '=', slot('workspaceId'))
    .where('p.id', '=', slot('personaId'))
    .where('pr.id', '=', slot('programmeId'))
    .where('v.id', '=', slot('versionId')),
);

/** What everybody asked in one lane shares. */
export interface LaneKey {
  workspaceId: string;
  programmeId: string;
  personaId: string;
  versionId: string;
}

/** Who asks this persona and why, as of now. */
export async function findLaneRow(db: Db, { workspaceId, programmeId, personaId, versionId }: LaneKey) {
  const [row] = await laneOf(db, { workspaceId, programmeId, personaId, versionId });
  if (!row) throw new Error('A lane without its workspace, persona, programme or questions.');
  return row;
}

export type LaneRow = Awaited<ReturnType<typeof findLaneRow>>;

const definitionOf = preparedQuery((db, slot) =>
  db
    .selectFrom('survey_version')
    .select('definition')
    .where('workspace_id', '=', slot('workspaceId'))
    .where('id', '=', slot('versionId')),
);

/** The questions as they were frozen, as JSON: apart, because they are long and never change. */
export async function findDefinition(db: Db, { workspaceId, versionId }: LaneKey): Promise<string> {
  const [row] = await definitionOf(db, { workspaceId, versionId });
  return row!.definition;
}

const confirmationOf = preparedQuery((db, slot) =>
  db
    .selectFrom('role_assignment')
    .select('confirmed_at')
    .where('workspace_id', '=', slot('workspaceId'))
    .where('id', '=', slot('roleId')),
);

/** When somebody last vouched for the role, null for never; asked only where it was in doubt when its holder was asked. */
export async function findConfirmation(db: Db, workspaceId: string, roleId: string): Promise<number | null> {
  const [row] = await confirmationOf(db, { workspaceId, roleId });
  return row?.confirmed_at ?? null;
}
