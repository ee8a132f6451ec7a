import type { Db } from '#app/platform/db.server.ts';
import { createScopedLook } from '#app/platform/look-together.ts';
import { preparedLook, preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { linkRows } from '../link-token.server.ts';

/** An invitation and which of its links is the newest. */
export interface LinkedInvitation {
  id: string;
  generation: number;
}

/** The invitation behind a link and whether its wave still asks. */
export async function findLinked(db: Db, workspace: Workspace, invitationId: string) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .select(['i.id', 'i.wave_id as waveId', 'i.generation', 'i.revoked_at as leftAt'])
    .select('wave.state as waveState')
    .where('i.workspace_id', '=', workspace.id)
    .where('i.id', '=', invitationId)
    .executeTakeFirst();
}

const liveLinksOf = preparedLook((db, invitationIds, slot) =>
  db
    .selectFrom('invitation as i')
    .leftJoin('link', (on) =>
      on
        .onRef('link.workspace_id', '=', 'i.workspace_id')
        .onRef('link.invitation_id', '=', 'i.id')
        .on('link.revoked_at', 'is', null),
    )
    .select(['i.id', 'i.generation', 'i.revoked_at as leftAt'])
    .select(['link.kind', 'link.token_hash as tokenHash', 'link.key_id as keyId'])
    .where('i.workspace_id', '=', slot('workspaceId'))
    .where('i.id', 'in', invitationIds),
);

/** An invitation with those of its links that open their doors, whichever generation they are of. */
export interface LiveLinks extends LinkedInvitation {
  leftAt: number | null;
  live: { kind: 'answer' | 'unsubscribe'; tokenHash: string; keyId: string }[];
}

/** Looked up by workspace and invitation; letters are written many at a time. */
export const findLiveLinks = createScopedLook<LiveLinks>(async (db, [workspaceId], ids) => {
  const found = new Map<string, LiveLinks>();
  for (const { id, generation, leftAt, kind, tokenHash, keyId } of await liveLinksOf(db, ids, {
    workspaceId: workspaceId!,
  })) {
    const live: LiveLinks['live'] = found.get(id)?.live ?? [];
    if (kind !== null && tokenHash !== null && keyId !== null) live.push({ kind, tokenHash, keyId });
    found.set(id, { id, generation, leftAt, live });
  }
  return found;
});

/**
 * Takes the next generation for each invitation whose person still holds the seat; those of the answer.
 * `seen` takes it only where nobody else did meanwhile.
 */
export async function raiseGenerations(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
  seen?: number,
): Promise<LinkedInvitation[]> {
  const raised = tx
    .updateTable('invitation')
    .set((row) => ({ generation: row('generation', '+', 1) }))
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', invitationIds)
    .where('revoked_at', 'is', null);
  const still = seen === undefined ? raised : raised.where('generation', '=', seen);
  return still.returning(['id', 'generation']).execute();
}

const writeLinks = preparedRows(
  ['token_hash', 'kind', 'workspace_id', 'invitation_id', 'revoked_at', 'key_id'],
  (db, rows) => db.insertInto('link').values(rows),
);

export async function insertLinks(
  tx: Db,
  workspace: Workspace,
  invitations: readonly LinkedInvitation[],
  secret: string,
): Promise<void> {
  const rows = invitations.flatMap((invitation) => linkRows(secret, workspace.id, invitation));
  await writeLinks(tx, rows);
}

/**
 * Ends the answer links of these invitations and says how many. The way out of a mail stays: whoever holds an old
 * mail may go on saying stop.
 */
export async function endAnswerLinks(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
  now: number,
): Promise<number> {
  const ended = await tx
    .updateTable('link')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', 'in', invitationIds)
    .where('kind', '=', 'answer')
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/** Invitations of a wave in the order of their ids, as many as a statement takes. */
export async function listWaveInvitationIds(
  db: Db,
  workspace: Workspace,
  { waveId, after, limit }: { waveId: string; after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('revoked_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many links a wave has, and a number that every renewal moves. */
export async function countWaveLinks(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<{ people: number; seen: number }> {
  const row = await db
    .selectFrom('invitation')
    .select(({ fn }) => [fn.countAll<number>().as('people'), fn.sum<number | null>('generation').as('seen')])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { people: Number(row.people), seen: Number(row.seen ?? 0) };
}

export interface LinkQuery {
  waveId: string;
  /** Part of a name of a person or an account, as keys are written; empty for all. */
  named: string;
  limit: number;
  offset: number;
}

/** Who was asked in a wave, by account and name, and whether the link of each opens. */
export async function listWaveLinks(
  db: Db,
  workspace: Workspace,
  { waveId, named, limit, offset }: LinkQuery,
) {
  const all = db
    .selectFrom('invitation as i')
    .innerJoin('person', (on) =>
      on.onRef('person.workspace_id', '=', 'i.workspace_id').onRef('person.id', '=', 'i.person_id'),
    )
    .innerJoin('account', (on) =>
      on.onRef('account.workspace_id', '=', 'i.workspace_id').onRef('account.id', '=', 'i.account_id'),
    )
    .select(['i.id', 'i.persona_id as personaId', 'i.generation', 'i.revoked_at as leftAt'])
    .select(['person.name as personName', 'account.name as accountName'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('link')
          .select('link.invitation_id')
          .whereRef('link.workspace_id', '=', 'i.workspace_id')
          .whereRef('link.invitation_id', '=', 'i.id')
          .where('link.kind', '=', 'answer')
          .where('link.revoked_at', 'is', null),
      ).as('opens'),
    )
    .where('i.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', waveId)
    .orderBy('account.name_key')
    .orderBy('person.name_key')
    .orderBy('i.id')
    .limit(limit)
    .offset(offset);
  if (named === '') return all.execute();
  // Taking the text out changes a name that holds it: means the same on both engines, unlike LIKE.
  return all
    .where((eb) => {
      const holds = (name: 'person.name_key' | 'account.name_key') =>
        eb(eb.fn<string>('replace', [name, eb.val(named), eb.val('')]), '<>', eb.ref(name));
      return eb.or([holds('person.name_key'), holds('account.name_key')]);
    })
    .execute();
}
