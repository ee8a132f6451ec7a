import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** At most so many a look; the next one finds the others. */
const MOST = 200;

/** Something that happened to one persona of one wave. */
export interface LaneHappened {
  /** What names it, so that it is told once. */
  subject: string;
  waveId: string;
  waveName: string;
  programmeId: string;
  programmeName: string;
  personaId: string;
  personaName: string;
  promiseOn: string | null;
}

function lanes(db: Db, workspace: Workspace) {
  return db
    .selectFrom('wave_lane as l')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'l.workspace_id').onRef('w.id', '=', 'l.wave_id'),
    )
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'l.workspace_id').onRef('pr.id', '=', 'l.programme_id'),
    )
    .innerJoin('persona as pe', (on) =>
      on.onRef('pe.workspace_id', '=', 'l.workspace_id').onRef('pe.id', '=', 'l.persona_id'),
    )
    .select(['l.wave_id as waveId', 'w.name as waveName', 'l.programme_id as programmeId'])
    .select(['pr.name as programmeName', 'l.persona_id as personaId', 'pe.name as personaName'])
    .select('l.promise_on as promiseOn')
    .where('l.workspace_id', '=', workspace.id);
}

/** Letters on what came of answers that were sent since then, of which no event tells yet. */
export async function listLettersUntold(db: Db, workspace: Workspace, { since }: { since: number }) {
  const rows = await lanes(db, workspace)
    .innerJoin('told_letter as t', (on) =>
      on
        .onRef('t.workspace_id', '=', 'l.workspace_id')
        .onRef('t.wave_id', '=', 'l.wave_id')
        .onRef('t.persona_id', '=', 'l.persona_id'),
    )
    .select(['t.ordinal', 't.sent_at as at', 't.heard', 't.will_do as willDo', 't.will_not as willNot'])
    .where('t.sent_at', '>=', since)
    .orderBy('t.sent_at')
    .execute();
  const named = rows.map(({ ordinal, at, ...row }) => ({
    ...row,
    at: at!,
    subject: subjectOf(row, ordinal),
  }));
  return (await untold(db, workspace, 'told_back.sent', named)).slice(0, MOST);
}

/** Of these lanes those of which no event of this kind tells yet. */
export async function listLanesUntold(
  db: Db,
  workspace: Workspace,
  which: readonly { waveId: string; personaId: string }[],
  kind: 'action_debt.reached',
): Promise<LaneHappened[]> {
  if (which.length === 0) return [];
  const rows = await lanes(db, workspace)
    .where('l.wave_id', 'in', [...new Set(which.map(({ waveId }) => waveId))])
    .execute();
  const wanted = rows.filter((row) =>
    which.some(({ waveId, personaId }) => waveId === row.waveId && personaId === row.personaId),
  );
  const named = wanted.map((row) => ({ ...row, subject: subjectOf(row) }));
  return (await untold(db, workspace, kind, named)).slice(0, MOST);
}

function subjectOf({ waveId, personaId }: { waveId: string; personaId: string }, ordinal?: number): string {
  return [waveId, personaId, ...(ordinal === undefined ? [] : [ordinal])].join(' ');
}

async function untold<T extends { subject: string }>(
  db: Db,
  workspace: Workspace,
  kind: 'told_back.sent' | 'action_debt.reached',
  named: readonly T[],
): Promise<T[]> {
  if (named.length === 0) return [];
  const told = [];
  for (let from = 0; from < named.length; from += MOST)
    told.push(
      ...(await db
        .selectFrom('hook_event')
        .select('subject')
        .where('workspace_id', '=', workspace.id)
        .where('kind', '=', kind)
        .where(
          'subject',
          'in',
          named.slice(from, from + MOST).map(({ subject }) => subject),
        )
        .execute()),
    );
  const known = new Set(told.map(({ subject }) => subject));
  return named.filter(({ subject }) => !known.has(subject));
}
