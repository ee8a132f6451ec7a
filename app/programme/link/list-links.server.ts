import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countWaveLinks, type LinkQuery, listWaveLinks } from './link.store.server.ts';

/** `opens`; `stopped` by a member; `left`: the person left the seat, and the link ended with it. */
export type LinkState = 'opens' | 'stopped' | 'left';

export interface LinkLine {
  id: string;
  personaId: string;
  personName: string;
  accountName: string;
  generation: number;
  state: LinkState;
}

export interface WaveLinks {
  /** Those whose links a renewal of the whole wave would renew, and the state it hands back. */
  people: number;
  seen: number;
  lines: LinkLine[];
  hasMore: boolean;
}

/** The links of a wave, a page at a time. Says nothing about who has answered: that is not everybody's to know. */
export async function listLinks(db: Db, workspace: Workspace, query: LinkQuery): Promise<WaveLinks> {
  const counted = await countWaveLinks(db, workspace, query.waveId);
  const rows = await listWaveLinks(db, workspace, { ...query, limit: query.limit + 1 });
  const lines = rows.slice(0, query.limit).map(({ leftAt, opens, ...line }): LinkLine => {
    if (leftAt !== null) return { ...line, state: 'left' };
    return { ...line, state: opens ? 'opens' : 'stopped' };
  });
  return { ...counted, lines, hasMore: rows.length > query.limit };
}
