import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ImportKind } from './import.store.server.ts';

/** What was chosen for a header before, by header key. */
export async function rememberedColumns(
  db: Db,
  workspace: Workspace,
  kind: ImportKind,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('column_memory')
    .select(['header_key as headerKey', 'target'])
    .where('workspace_id', '=', workspace.id)
    .where('kind', '=', kind)
    .execute();
  return new Map(rows.map(({ headerKey, target }) => [headerKey, target]));
}

export async function rememberColumns(
  db: Db,
  workspace: Workspace,
  kind: ImportKind,
  columns: ReadonlyMap<string, string>,
  now: number,
): Promise<void> {
  if (columns.size === 0) return;
  const rows = [...columns].map(([headerKey, target]) => ({
    workspace_id: workspace.id,
    kind,
    header_key: headerKey,
    target,
    updated_at: now,
  }));
  await db
    .insertInto('column_memory')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'kind', 'header_key']).doUpdateSet((eb) => ({
        target: eb.ref('excluded.target'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** The words a member explained, by word key, with the persona each means. */
export async function confirmedWords(db: Db, workspace: Workspace): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('role_word')
    .select(['word_key as wordKey', 'persona_id as personaId'])
    .where('workspace_id', '=', workspace.id)
    .execute();
  return new Map(rows.map(({ wordKey, personaId }) => [wordKey, personaId]));
}

export async function confirmWord(
  db: Db,
  workspace: Workspace,
  word: { key: string; word: string; personaId: string; by: string; at: number },
): Promise<void> {
  await db
    .insertInto('role_word')
    .values({
      workspace_id: workspace.id,
      word_key: word.key,
      word: word.word,
      persona_id: word.personaId,
      confirmed_by: word.by,
      confirmed_at: word.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'word_key']).doUpdateSet({
        word: word.word,
        persona_id: word.personaId,
        confirmed_by: word.by,
        confirmed_at: word.at,
      }),
    )
    .execute();
}
