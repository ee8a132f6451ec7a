import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AskingRules } from '#app/programme/asking/asking-rules.ts';
import type { Asked, Due } from './may-go.ts';

/** Out, or perhaps, or on its way: whoever stopped it or was refused was not asked. */
const OUT = ['claimed', 'committed_to_send', 'accepted', 'in_doubt'] as const;

/** First letters to these people, and to these accounts where a cap counts them, as far back as the rules look. */
export async function listAsked(
  db: Db,
  workspace: Workspace,
  { due, rules, now }: { due: readonly Due[]; rules: AskingRules; now: number },
): Promise<Asked[]> {
  if (due.length === 0) return [];
  const since = now - Math.max(rules.restDays, rules.roleRestDays, 7) * DAY;
  const people = firstLetters(db, workspace).where('i.person_id', 'in', [
    ...new Set(due.map((one) => one.personId)),
  ]);
  const rows = await people.execute();
  if (rules.accountWeek !== null) {
    const accounts = [...new Set(due.map((one) => one.accountId))];
    // An account holds many; what was settled long ago is left out in the query.
    const lately = firstLetters(db, workspace)
      .where('i.account_id', 'in', accounts)
      .where((where) =>
        where.or([where('m.settled_at', 'is', null), where('m.settled_at', '>', now - 7 * DAY)]),
      );
    rows.push(...(await lately.execute()));
  }
  return rows
    .map(({ settled_at, doubted_at, ...one }) => ({ ...one, at: settled_at ?? doubted_at ?? now }))
    .filter(({ at }) => at > since);
}

function firstLetters(db: Db, workspace: Workspace) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('outbound_message as m', (on) =>
      on
        .onRef('m.workspace_id', '=', 'i.workspace_id')
        .onRef('m.invitation_id', '=', 'i.id')
        .on('m.kind', '=', 'invitation')
        .on('m.ordinal', '=', 1),
    )
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .select(['i.wave_id as waveId', 'wave.name as waveName', 'i.role_assignment_id as roleId'])
    .select(['i.person_id as personId', 'i.account_id as accountId', 'm.settled_at', 'm.doubted_at'])
    .where('i.workspace_id', '=', workspace.id)
    .where('m.state', 'in', OUT);
}
