import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { FollowUpNoteKind, FollowUpOrigin, FollowUpState } from './follow-up.ts';

export interface NewFollowUp {
  id: string;
  programmeId: string;
  waveId: string | null;
  personaId: string;
  surveyVersionId: string | null;
  accountId: string | null;
  personId: string | null;
  responseId: string | null;
  invitationId: string | null;
  cameFrom: FollowUpOrigin;
  /** The rule, and what it opens this for. */
  rule: { id: string; about: string } | null;
  what: string;
  ownerId: string;
  dueAt: number;
  at: number;
}

/** False where the rule opened one for the same thing before. */
export async function insertFollowUp(tx: Db, workspace: Workspace, one: NewFollowUp): Promise<boolean> {
  const row = await tx
    .insertInto('follow_up')
    .values({
      workspace_id: workspace.id,
      id: one.id,
      programme_id: one.programmeId,
      wave_id: one.waveId,
      persona_id: one.personaId,
      survey_version_id: one.surveyVersionId,
      account_id: one.accountId,
      person_id: one.personId,
      response_id: one.responseId,
      invitation_id: one.invitationId,
      came_from: one.cameFrom,
      rule_id: one.rule?.id ?? null,
      about: one.rule?.about ?? null,
      what: one.what,
      owner_id: one.ownerId,
      due_at: one.dueAt,
      state: 'open',
      opened_at: one.at,
      revision: 1,
      ...{ because: null, outcome: null, first_act_at: null, closed_at: null, told_at: null },
    })
    .onConflict((on) => on.columns(['workspace_id', 'rule_id', 'about']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What a rule opened one for already, of these things. */
export async function findOpenedFor(
  db: Db,
  workspace: Workspace,
  { ruleId, abouts }: { ruleId: string; abouts: readonly string[] },
): Promise<Set<string>> {
  if (abouts.length === 0) return new Set();
  const rows = await db
    .selectFrom('follow_up')
    .select('about')
    .where('workspace_id', '=', workspace.id)
    .where('rule_id', '=', ruleId)
    .where('about', 'in', abouts)
    .execute();
  return new Set(rows.flatMap(({ about }) => (about === null ? [] : [about])));
}

/**
 * One as it stands, held until the transaction ends: whoever acts on it at the same time waits, and then reads what was done.
 * SQLite has one writer at a time, so it needs no such words.
 */
export async function lockForAct(tx: Db, engine: 'sqlite' | 'postgres', workspace: Workspace, id: string) {
  const found = tx
    .selectFrom('follow_up')
    .select(['id', 'state', 'revision', 'owner_id as ownerId', 'due_at as dueAt', 'wave_id as waveId'])
    .select(['persona_id as personaId', 'invitation_id as invitationId', 'first_act_at as firstActAt'])
    .select(['told_at as toldAt', 'programme_id as programmeId'])
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id);
  return (engine === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
}

export type ActedOn = NonNullable<Awaited<ReturnType<typeof lockForAct>>>;

export interface FollowUpChange {
  state?: FollowUpState;
  owner_id?: string;
  due_at?: number;
  because?: string;
  outcome?: string;
  closed_at?: number;
  told_at?: number;
  first_act_at?: number;
}

/** Changes one over what was seen of it; false where it is another one by now. */
export async function writeChange(
  tx: Db,
  workspace: Workspace,
  { id, revision, change }: { id: string; revision: number; change: FollowUpChange },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('follow_up')
    .set({ ...change, revision: revision + 1 })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A word on it moves nothing that another member may be changing, so it asks for no revision. */
export async function writeFirstAct(tx: Db, workspace: Workspace, id: string, at: number): Promise<void> {
  await tx
    .updateTable('follow_up')
    .set({ first_act_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('first_act_at', 'is', null)
    .execute();
}

export interface NewNote {
  id: string;
  followUpId: string;
  at: number;
  actor: Actor;
  kind: FollowUpNoteKind;
  words: string;
}

export async function insertNote(tx: Db, workspace: Workspace, note: NewNote): Promise<void> {
  const { id, followUpId, at, actor, kind, words } = note;
  await tx
    .insertInto('follow_up_note')
    .values({ workspace_id: workspace.id, id, follow_up_id: followUpId, at, actor, kind, words })
    .execute();
}

/** In the order they were written. */
export async function listNotes(db: Db, workspace: Workspace, followUpId: string) {
  return db
    .selectFrom('follow_up_note as n')
    .leftJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'n.workspace_id').onRef('m.id', '=', 'n.actor'),
    )
    .select(['n.id', 'n.at', 'n.actor', 'n.kind', 'n.words', 'm.name as by'])
    .where('n.workspace_id', '=', workspace.id)
    .where('n.follow_up_id', '=', followUpId)
    .orderBy('n.at')
    .orderBy('n.id')
    .execute();
}

/** Who changed it last. */
export async function findLastActor(tx: Db, workspace: Workspace, followUpId: string) {
  const row = await tx
    .selectFrom('follow_up_note as n')
    .leftJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'n.workspace_id').onRef('m.id', '=', 'n.actor'),
    )
    .select('m.name')
    .where('n.workspace_id', '=', workspace.id)
    .where('n.follow_up_id', '=', followUpId)
    .where('n.kind', 'not in', ['opened', 'commented'])
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}
