import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { type AlertRow, countUnseenRows, listAlertRows } from './alert.store.server.ts';

/** So many that nobody has seen are shown; marking them seen brings the others. */
const MOST_UNSEEN = 100;
const PAGE = 50;

export interface AlertList {
  /** Those that nobody has seen; none on later pages. */
  unseen: AlertRow[];
  unseenInAll: number;
  seen: AlertRow[];
  /** Where to go on with those seen. */
  next: string | null;
  personas: Persona[];
  /** Programmes that ask somebody, so that rules can be made in them; the newest first. */
  programmes: { id: string; name: string }[];
}

/** What rules raised, of every persona and each by its own: what nobody has seen leads. */
export async function listAlerts(
  db: Db,
  workspace: Workspace,
  { after }: { after?: string | undefined },
): Promise<AlertList> {
  const isFirst = after === undefined;
  const unseen = isFirst
    ? await listAlertRows(db, workspace, { state: 'unseen' }, { limit: MOST_UNSEEN })
    : [];
  const rows = await listAlertRows(db, workspace, { state: 'seen' }, { after, limit: PAGE + 1 });
  const seen = rows.slice(0, PAGE);
  const programmes = await listProgrammes(db, workspace);
  return {
    unseen,
    seen,
    unseenInAll: await countUnseenRows(db, workspace),
    next: rows.length > PAGE ? (seen.at(-1)?.id ?? null) : null,
    personas: await listPersonas(db, workspace),
    programmes: programmes.flatMap(({ id, name, origin }) => (origin === 'asked' ? [{ id, name }] : [])),
  };
}
