import type { Db } from '#app/platform/db.server.ts';
import { preparedQuery } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Rule } from './ruling.ts';

export interface StatedPurpose {
  personaId: string;
  unknown: string;
  decision: string;
  decider: string;
  decideOn: string;
  changeRule: string;
  rule: Rule | null;
  promise: string;
  promiseOn: string;
}

const find = preparedQuery((db, slot) =>
  db
    .selectFrom('purpose')
    .selectAll()
    .where('workspace_id', '=', slot('workspaceId'))
    .where('programme_id', '=', slot('programmeId')),
);

/** What a programme's team wrote down before asking, by persona. */
export async function listPurposes(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<Map<string, StatedPurpose>> {
  const rows = await find(db, { workspaceId: workspace.id, programmeId });
  return new Map(
    rows.map((row) => [
      row.persona_id,
      {
        personaId: row.persona_id,
        unknown: row.unknown,
        decision: row.decision,
        decider: row.decider,
        decideOn: row.decide_on,
        changeRule: row.change_rule,
        rule:
          row.rule_bound && row.rule_side && row.rule_threshold !== null
            ? { bound: row.rule_bound, comparison: row.rule_side, threshold: row.rule_threshold }
            : null,
        promise: row.promise,
        promiseOn: row.promise_on,
      },
    ]),
  );
}
