import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface SpeakersRow {
  personaId: string;
  themeId: string;
  /** People, each once however often they say it. */
  speakers: number;
}

/**
 * How many of each persona raise which theme in a wave, from the index of tags alone. A tag that nobody confirmed is none of
 * them; there is no number over personas (DOMAIN A12).
 */
export async function countSpeakers(db: Db, workspace: Workspace, waveId: string): Promise<SpeakersRow[]> {
  const rows = await db
    .selectFrom('theme_tag')
    .select(({ fn }) => [
      ...(['persona_id', 'theme_id'] as const),
      fn.count<number>('response_id').distinct().as('speakers'),
    ])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('confirmed_at', 'is not', null)
    .groupBy(['persona_id', 'theme_id'])
    .execute();
  return rows.map(({ persona_id: personaId, theme_id: themeId, speakers }) => ({
    ...{ personaId, themeId, speakers: Number(speakers) },
  }));
}

/** As `countSpeakers`, of those alone whose texts may be read one by one where confidence was promised. */
export async function countOpenedSpeakers(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<SpeakersRow[]> {
  const rows = await openedTags(db, workspace, waveId)
    .select(({ fn }) => [
      ...(['t.persona_id as personaId', 't.theme_id as themeId'] as const),
      fn.count<number>('t.response_id').distinct().as('speakers'),
    ])
    .groupBy(['t.persona_id', 't.theme_id'])
    .execute();
  return rows.map(({ speakers, ...row }) => ({ ...row, speakers: Number(speakers) }));
}

/** At how many accounts those are, by persona and theme. */
export async function countSpeakerAccounts(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<Map<string, number>> {
  const rows = await openedTags(db, workspace, waveId)
    .innerJoin('response as r', (on) =>
      on
        .onRef('r.workspace_id', '=', 't.workspace_id')
        .onRef('r.id', '=', 't.response_id')
        .onRef('r.wave_id', '=', 't.wave_id')
        .onRef('r.persona_id', '=', 't.persona_id'),
    )
    .select(({ fn }) => [
      ...(['t.persona_id', 't.theme_id'] as const),
      fn.count<number>('r.account_id').distinct().as('accounts'),
    ])
    .groupBy(['t.persona_id', 't.theme_id'])
    .execute();
  return new Map(
    rows.map(({ persona_id, theme_id, accounts }) => [cellOf(persona_id, theme_id), Number(accounts)]),
  );
}

function openedTags(db: Db, workspace: Workspace, waveId: string) {
  return db
    .selectFrom('theme_tag as t')
    .innerJoin('batched_response as b', (on) =>
      on
        .onRef('b.workspace_id', '=', 't.workspace_id')
        .onRef('b.wave_id', '=', 't.wave_id')
        .onRef('b.persona_id', '=', 't.persona_id')
        .onRef('b.response_id', '=', 't.response_id'),
    )
    .innerJoin('lane_release as l', (on) =>
      on
        .onRef('l.workspace_id', '=', 'b.workspace_id')
        .onRef('l.wave_id', '=', 'b.wave_id')
        .onRef('l.persona_id', '=', 'b.persona_id')
        .onRef('l.opened_batch', '>=', 'b.batch'),
    )
    .where('t.workspace_id', '=', workspace.id)
    .where('t.wave_id', '=', waveId)
    .where('t.confirmed_at', 'is not', null);
}

export function cellOf(personaId: string, themeId: string): string {
  return `${personaId} ${themeId}`;
}
