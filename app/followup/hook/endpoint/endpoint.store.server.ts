import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isWantable, type WantableKind } from '../event/hook-kinds.ts';
import type { EndpointState, HookFormat } from './endpoint.ts';

/** As it is kept: address and secrets are sealed. */
export interface EndpointRow {
  id: string;
  url: Buffer;
  host: string;
  description: string;
  kinds: readonly WantableKind[];
  format: HookFormat;
  carriesNames: boolean;
  secret: Buffer | null;
  formerSecret: Buffer | null;
  formerUntil: number | null;
  state: EndpointState;
  disabledWhy: string | null;
  failingSince: number | null;
  since: number;
  createdBy: string;
  createdAt: number;
}

export type EndpointCells = Omit<EndpointRow, 'id' | 'createdBy' | 'createdAt'>;

const COLUMNS = [
  'id',
  'url',
  'host',
  'description',
  'kinds',
  'format',
  'carries_names as carriesNames',
  'secret',
  'former_secret as formerSecret',
  'former_until as formerUntil',
  'state',
  'disabled_why as disabledWhy',
  'failing_since as failingSince',
  'since',
  'created_by as createdBy',
  'created_at as createdAt',
] as const;

/** In the order they were made. */
export async function listEndpointRows(db: Db, workspace: Workspace): Promise<EndpointRow[]> {
  const rows = await db
    .selectFrom('hook_endpoint')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .execute();
  return rows.map(toRow);
}

export async function findEndpointRow(
  db: Db,
  workspace: Workspace,
  id: string,
): Promise<EndpointRow | undefined> {
  const row = await db
    .selectFrom('hook_endpoint')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toRow(row);
}

/** Whoever hears of what happens from `since` on. */
export interface Listening {
  id: string;
  kinds: readonly string[];
  since: number;
}

/** One that this product stopped sending to goes on hearing: what it missed is sent once it is switched on again. */
export async function listListening(db: Db, workspace: Workspace): Promise<Listening[]> {
  const rows = await db
    .selectFrom('hook_endpoint')
    .select(['id', 'kinds', 'since'])
    .where('workspace_id', '=', workspace.id)
    .where('state', '!=', 'off')
    .execute();
  return rows.map((row) => ({ ...row, kinds: readKinds(row.kinds) }));
}

/** The workspaces in which anybody listens. */
export async function listListeningWorkspaces(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('hook_endpoint')
    .select('workspace_id as workspaceId')
    .distinct()
    .where('state', '!=', 'off')
    .execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

export async function insertEndpoint(
  tx: Db,
  workspace: Workspace,
  { id, createdBy, createdAt, ...cells }: EndpointRow,
): Promise<void> {
  await tx
    .insertInto('hook_endpoint')
    .values({
      ...{ workspace_id: workspace.id, id, created_by: createdBy, created_at: createdAt },
      ...toCells(cells),
    })
    .execute();
}

/** Says whether there was one to change. Comes in the serial transaction in which the other cells were read. */
export async function changeEndpointRow(
  tx: Db,
  workspace: Workspace,
  { id, cells }: { id: string; cells: EndpointCells },
): Promise<boolean> {
  const changed = await tx
    .updateTable('hook_endpoint')
    .set(toCells(cells))
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Notes since when it fails, where it did not before; null once it works. */
export async function noteFailing(
  db: Db,
  workspace: Workspace,
  { id, at }: { id: string; at: number | null },
): Promise<void> {
  const noting = db
    .updateTable('hook_endpoint')
    .set({ failing_since: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id);
  await (at === null ? noting : noting.where('failing_since', 'is', null)).execute();
}

/** With everything that was or was to be delivered to it. */
export async function deleteEndpointRow(tx: Db, workspace: Workspace, id: string): Promise<boolean> {
  await tx
    .deleteFrom('hook_delivery')
    .where('workspace_id', '=', workspace.id)
    .where('endpoint_id', '=', id)
    .execute();
  const deleted = await tx
    .deleteFrom('hook_endpoint')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

function toCells(cells: EndpointCells) {
  return {
    ...{ url: cells.url, host: cells.host, description: cells.description, format: cells.format },
    ...{ kinds: JSON.stringify(cells.kinds), carries_names: cells.carriesNames ? 1 : 0 },
    ...{ secret: cells.secret, former_secret: cells.formerSecret, former_until: cells.formerUntil },
    ...{ state: cells.state, disabled_why: cells.disabledWhy, failing_since: cells.failingSince },
    since: cells.since,
  };
}

function toRow<R extends { kinds: string; carriesNames: number }>(row: R) {
  return { ...row, kinds: readKinds(row.kinds), carriesNames: row.carriesNames === 1 };
}

/** A kind that no longer exists is wanted by nobody. */
function readKinds(json: string): WantableKind[] {
  const kept: unknown = JSON.parse(json);
  return Array.isArray(kept) ? kept.filter((kind) => typeof kind === 'string').filter(isWantable) : [];
}
