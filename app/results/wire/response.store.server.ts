import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface LanePin {
  waveId: string;
  personaId: string;
}

export interface ResponseRow {
  id: string;
  personaAtInvite: string | null;
  accountId: string | null;
  accountName: string | null;
  personId: string | null;
  personName: string | null;
  email: string | null;
  language: string;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  answeredAt: number;
}

/**
 * Responses of ONE persona, those after the last one seen: in the order they were answered, and those that are opened in one
 * that chance made.
 */
export async function pageResponseRows(
  db: Db,
  workspace: Workspace,
  pin: LanePin & { openedOnly: boolean },
  page: { after?: Pick<ResponseRow, 'id' | 'answeredAt'>; limit: number },
): Promise<ResponseRow[]> {
  const { after } = page;
  const all = responses(db, workspace)
    .where('r.wave_id', '=', pin.waveId)
    .where('r.persona_id', '=', pin.personaId);
  const opened = all.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('batched_response as b')
        .innerJoin('lane_release as l', (on) =>
          on
            .onRef('l.workspace_id', '=', 'b.workspace_id')
            .onRef('l.wave_id', '=', 'b.wave_id')
            .onRef('l.persona_id', '=', 'b.persona_id')
            .onRef('l.opened_batch', '>=', 'b.batch'),
        )
        .select('b.response_id')
        .whereRef('b.workspace_id', '=', 'r.workspace_id')
        .whereRef('b.wave_id', '=', 'r.wave_id')
        .whereRef('b.persona_id', '=', 'r.persona_id')
        .whereRef('b.response_id', '=', 'r.id'),
    ),
  );
  if (pin.openedOnly) return byChance(opened, after).limit(page.limit).execute();
  const lane = all.orderBy('r.answered_at').orderBy('r.id').limit(page.limit);
  if (!after) return lane.execute();
  return lane
    .where((row) => row(row.refTuple('r.answered_at', 'r.id'), '>', row.tuple(after.answeredAt, after.id)))
    .execute();
}

/** Where the part of an id begins that holds no time in any id. */
const RANDOM_FROM = 20;

/** Across pages too, the place of a response says nothing of when it came. */
function byChance(lane: ReturnType<typeof responses>, after: Pick<ResponseRow, 'id'> | undefined) {
  const sorted = lane.orderBy(({ fn, val }) => fn('substr', ['r.id', val(RANDOM_FROM)])).orderBy('r.id');
  if (!after) return sorted;
  const seen = after.id.slice(RANDOM_FROM - 1);
  return sorted.where((row) => {
    const part = row.fn<string>('substr', ['r.id', row.val(RANDOM_FROM)]);
    return row.or([row(part, '>', seen), row.and([row(part, '=', seen), row('r.id', '>', after.id)])]);
  });
}

function responses(db: Db, workspace: Workspace) {
  return db
    .selectFrom('response as r')
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.account_id'),
    )
    .leftJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.person_id'),
    )
    .leftJoin('person_address as e', (on) =>
      on
        .onRef('e.workspace_id', '=', 'r.workspace_id')
        .onRef('e.person_id', '=', 'r.person_id')
        .on('e.position', '=', 0),
    )
    .select(['r.id', 'r.persona_at_invite as personaAtInvite', 'r.language', 'r.confidentiality'])
    .select(['r.answered_at as answeredAt', 'r.account_id as accountId', 'a.name as accountName'])
    .select(['r.person_id as personId', 'p.name as personName', 'e.email'])
    .where('r.workspace_id', '=', workspace.id);
}

export interface AnswerRow {
  responseId: string;
  score: number | null;
  /** JSON array of tokens, see `AnswerValue`. */
  choices: string | null;
  verbatim: string | null;
}

/** What these people of ONE persona answered to one question: one probe of the lane's index for each. */
export async function listAnswerRows(
  db: Db,
  workspace: Workspace,
  pin: LanePin & { questionKey: string; responseIds: readonly string[] },
): Promise<AnswerRow[]> {
  return db
    .selectFrom('answer as w')
    .select(['w.response_id as responseId', 'w.score', 'w.choices', 'w.verbatim'])
    .where('w.workspace_id', '=', workspace.id)
    .where('w.wave_id', '=', pin.waveId)
    .where('w.persona_id', '=', pin.personaId)
    .where('w.question_key', '=', pin.questionKey)
    .where('w.response_id', 'in', pin.responseIds)
    .execute();
}
