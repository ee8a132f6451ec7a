import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ChangeRule, Purpose } from './purpose-words.ts';

export interface KeptPurpose extends Purpose {
  id: string;
  personaId: string;
  updatedAt: number;
}

/** The purposes of one programme, one per persona that has one. */
export async function listPurposes(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<KeptPurpose[]> {
  const rows = await db
    .selectFrom('purpose')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personaId: row.persona_id,
    unknown: row.unknown,
    decision: row.decision,
    decider: row.decider,
    decideOn: row.decide_on,
    changeRule: row.change_rule,
    rule: readRule(row.rule_bound, row.rule_side, row.rule_threshold),
    promise: row.promise,
    promiseOn: row.promise_on,
    updatedAt: row.updated_at,
  }));
}

function readRule(
  bound: ChangeRule['bound'] | null,
  side: ChangeRule['side'] | null,
  threshold: number | null,
): ChangeRule | null {
  return bound === null || side === null || threshold === null ? null : { bound, side, threshold };
}

/** Writes the one purpose of this persona in this programme. */
export async function upsertPurpose(
  db: Db,
  workspace: Workspace,
  kept: { id: string; programmeId: string; personaId: string; purpose: Purpose; now: number },
): Promise<void> {
  const { purpose } = kept;
  const cells = {
    unknown: purpose.unknown,
    decision: purpose.decision,
    decider: purpose.decider,
    decide_on: purpose.decideOn,
    change_rule: purpose.changeRule,
    rule_bound: purpose.rule?.bound ?? null,
    rule_side: purpose.rule?.side ?? null,
    rule_threshold: purpose.rule?.threshold ?? null,
    promise: purpose.promise,
    promise_on: purpose.promiseOn,
    updated_at: kept.now,
  };
  await db
    .insertInto('purpose')
    .values({
      workspace_id: workspace.id,
      id: kept.id,
      programme_id: kept.programmeId,
      persona_id: kept.personaId,
      created_at: kept.now,
      ...cells,
    })
    .onConflict((same) => same.columns(['workspace_id', 'programme_id', 'persona_id']).doUpdateSet(cells))
    .execute();
}
