import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface ResponseRow {
  responseId: string;
  answeredAt: number;
  personName: string | null;
  title: string | null;
  accountName: string | null;
}

/** Who of ONE persona answered in a wave, newest first; the caller decides who may see names. */
export async function listResponses(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; limit: number; before?: string },
): Promise<ResponseRow[]> {
  let query = responses(db, workspace, of);
  if (of.before) {
    const { before } = of;
    const at = await answeredAt(db, workspace, before);
    query = query.where((eb) =>
      eb.or([eb('r.answered_at', '<', at), eb.and([eb('r.answered_at', '=', at), eb('r.id', '<', before)])]),
    );
  }
  return query.orderBy('r.answered_at', 'desc').orderBy('r.id', 'desc').limit(of.limit).execute();
}

/** The same of some responses, in no order. */
export async function listResponsesOf(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; responseIds: readonly string[] },
): Promise<ResponseRow[]> {
  return responses(db, workspace, of).where('r.id', 'in', of.responseIds).execute();
}

function responses(db: Db, workspace: Workspace, of: { waveId: string; personaId: string }) {
  return db
    .selectFrom('response as r')
    .leftJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.person_id'),
    )
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.account_id'),
    )
    .leftJoin('employment as e', (on) =>
      on
        .onRef('e.workspace_id', '=', 'r.workspace_id')
        .onRef('e.person_id', '=', 'r.person_id')
        .onRef('e.account_id', '=', 'r.account_id')
        .on('e.ended_at', 'is', null),
    )
    .select([
      'r.id as responseId',
      'r.answered_at as answeredAt',
      'p.name as personName',
      'e.title',
      'a.name as accountName',
    ])
    .where('r.workspace_id', '=', workspace.id)
    .where('r.wave_id', '=', of.waveId)
    .where('r.persona_id', '=', of.personaId);
}

async function answeredAt(db: Db, workspace: Workspace, responseId: string): Promise<number> {
  const row = await db
    .selectFrom('response')
    .select('answered_at')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', responseId)
    .executeTakeFirst();
  return row?.answered_at ?? 0;
}

export interface WordsRow {
  responseId: string;
  questionKey: string;
  words: string;
}

/** What some people of ONE persona wrote to these questions, text by text. */
export async function wordsOf(
  db: Db,
  workspace: Workspace,
  of: {
    waveId: string;
    personaId: string;
    questionKeys: readonly string[];
    responseIds: readonly string[];
  },
): Promise<WordsRow[]> {
  const rows = await db
    .selectFrom('answer as w')
    .select(['w.response_id as responseId', 'w.question_key as questionKey', 'w.verbatim'])
    .where('w.workspace_id', '=', workspace.id)
    .where('w.wave_id', '=', of.waveId)
    .where('w.persona_id', '=', of.personaId)
    .where('w.question_key', 'in', of.questionKeys)
    .where('w.response_id', 'in', of.responseIds)
    .where('w.verbatim', 'is not', null)
    .execute();
  return rows.map(({ verbatim, ...row }) => ({ ...row, words: verbatim ?? '' }));
}

/** People of each persona who answered in a wave at one account; counting them is free (DOMAIN R3). */
export async function countResponsesAt(
  db: Db,
  workspace: Workspace,
  waveId: string,
  accountId: string,
): Promise<Map<string, number>> {
  const invited = await countInvitedAt(db, workspace, waveId, accountId);
  const others = await db
    .selectFrom('response')
    .select((eb) => ['persona_id', eb.fn.countAll<number>().as('people')])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('account_id', '=', accountId)
    .where('source', '<>', writtenOut('invited'))
    .groupBy('persona_id')
    .execute();
  const counts = new Map<string, number>();
  for (const { persona_id, people } of [...invited, ...others])
    counts.set(persona_id, (counts.get(persona_id) ?? 0) + Number(people));
  return counts;
}

/** From the few roles of the account to the responses of those who hold them. */
function countInvitedAt(db: Db, workspace: Workspace, waveId: string, accountId: string) {
  return (
    db
      .selectFrom('role_assignment as role')
      // In this order, and with a column that only the row has: SQLite would go through all who were asked, or hold a role.
      .crossJoin('invitation as i')
      .crossJoin('response as r')
      .select((eb) => ['r.persona_id', eb.fn.countAll<number>().as('people')])
      .where('role.workspace_id', '=', workspace.id)
      .where('role.account_id', '=', accountId)
      .where('role.created_at', 'is not', null)
      .whereRef('i.workspace_id', '=', 'role.workspace_id')
      .where('i.wave_id', '=', waveId)
      .whereRef('i.role_assignment_id', '=', 'role.id')
      .whereRef('r.workspace_id', '=', 'i.workspace_id')
      .whereRef('r.invitation_id', '=', 'i.id')
      .groupBy('r.persona_id')
      .execute()
  );
}
