import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** At most so many a look; the next one finds the others. */
const MOST = 200;

export interface WaveHappened {
  id: string;
  name: string;
  programmeId: string;
  programmeName: string;
  at: number;
  personas: { id: string; name: string }[];
}

/** Waves that were sent, or closed, since then, of which no event tells yet. */
export async function listWavesUntold(
  db: Db,
  workspace: Workspace,
  { kind, since }: { kind: 'wave.sent' | 'wave.closed'; since: number },
): Promise<WaveHappened[]> {
  const moment = kind === 'wave.sent' ? ('w.sent_at' as const) : ('w.closed_at' as const);
  const found = db
    .selectFrom('wave as w')
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'w.workspace_id').onRef('pr.id', '=', 'w.programme_id'),
    )
    .leftJoin('hook_event as e', (on) =>
      on
        .onRef('e.workspace_id', '=', 'w.workspace_id')
        .on('e.kind', '=', kind)
        .onRef('e.subject', '=', 'w.id'),
    )
    .select(['w.id', 'w.name', 'w.programme_id as programmeId', 'pr.name as programmeName'])
    .select(`${moment} as at`)
    .where('w.workspace_id', '=', workspace.id)
    .where(moment, '>=', since)
    .where('e.id', 'is', null)
    .orderBy(moment)
    .limit(MOST);
  // Nothing is sent where whoever comes by answers.
  const rows = await (kind === 'wave.sent' ? found.where('w.kind', '=', 'asked') : found).execute();
  const lanes = await listLanes(
    db,
    workspace,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, at: row.at ?? since, personas: lanes.get(row.id) ?? [] }));
}

async function listLanes(
  db: Db,
  workspace: Workspace,
  waveIds: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  if (waveIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('wave_lane as l')
    .innerJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'l.workspace_id').onRef('p.id', '=', 'l.persona_id'),
    )
    .select(['l.wave_id as waveId', 'p.id', 'p.name'])
    .where('l.workspace_id', '=', workspace.id)
    .where('l.wave_id', 'in', waveIds)
    .orderBy('p.position')
    .execute();
  return Map.groupBy(rows, ({ waveId }) => waveId) as Map<string, { id: string; name: string }[]>;
}

/** People who said that they have left since then, of which no event tells yet. */
export async function listLeaversUntold(db: Db, workspace: Workspace, { since }: { since: number }) {
  return db
    .selectFrom('role_correction as c')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'c.workspace_id').onRef('i.id', '=', 'c.invitation_id'),
    )
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
    )
    .innerJoin('persona as pe', (on) =>
      on.onRef('pe.workspace_id', '=', 'c.workspace_id').onRef('pe.id', '=', 'c.from_persona_id'),
    )
    .leftJoin('hook_event as e', (on) =>
      on
        .onRef('e.workspace_id', '=', 'c.workspace_id')
        .on('e.kind', '=', 'person.left')
        .onRef('e.subject', '=', 'c.id'),
    )
    .select(['c.id', 'c.at', 'p.id as personId', 'p.name as personName'])
    .select(['a.id as accountId', 'a.name as accountName', 'pe.id as personaId', 'pe.name as personaName'])
    .select(['w.id as waveId', 'w.programme_id as programmeId'])
    .where('c.workspace_id', '=', workspace.id)
    .where('c.said', '=', 'left')
    .where('c.at', '>=', since)
    .where('e.id', 'is', null)
    .orderBy('c.at')
    .limit(MOST)
    .execute();
}
