import { setImmediate as turn } from 'node:timers/promises';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { AccountBook } from './account-book.ts';
import type { Settled } from './batch.ts';
import { changeRun, chunksOf, deleteChunks, findRun, refreshStatistics } from './import.store.server.ts';
import { EMPTY_REPORT, type ImportRun } from './import-run.ts';
import { confirmedWords } from './memory.store.server.ts';
import type { PeopleFacts } from './people-facts.ts';
import type { PersonColumns } from './person-row.ts';
import { readRows } from './read-rows.server.ts';
import { deleteRejects } from './reject.store.server.ts';
import { BATCH, rowBatches } from './row-batches.server.ts';
import { type ScannedFile, scanFile } from './scan-file.server.ts';
import { takeBatch } from './take-batch.server.ts';

/** A run whose process died is taken up again after this. */
export const LEASE = 30 * SECOND;

export type RanImport =
  | { kind: 'finished' }
  | { kind: 'stopped' }
  | { kind: 'refused' }
  | { kind: 'not_due' };

/**
 * Works on a run that waits for the job: a dry run (`checking`), or bringing in (`queued`, `running`).
 * Each batch is one transaction that also moves the run on, so a stopped run goes on at the next row.
 */
export async function runImport(
  house: House,
  workspace: Workspace,
  importId: string,
  isStopping: () => boolean = () => false,
): Promise<RanImport> {
  const run = await findRun(house.db, workspace, importId);
  const columns = run && columnsOf(run);
  if (!run || !columns || !['checking', 'queued', 'running'].includes(run.state)) return { kind: 'not_due' };
  const scanned = await scanFile(house.db, workspace, { importId, columns });
  if (scanned.kind === 'refused') {
    await refuse(house, workspace, run, scanned.failure);
    return { kind: 'refused' };
  }
  const begun = await begin(house, workspace, run, scanned.facts);
  const settled = await settle(house, workspace, run, scanned);
  let { report, rowsRead: fromRow } = begun;
  const dryRun = begun.state === 'checking' ? new AccountBook() : null;
  const parts = readRows(chunksOf(house.db, workspace, importId));
  for await (const rows of rowBatches(parts, fromRow, BATCH[house.engine])) {
    if (isStopping()) return release(house, workspace, begun);
    const leaseUntil = house.clock.now() + LEASE;
    report = await takeBatch(house, workspace, {
      importId,
      columns,
      settled,
      rows,
      fromRow,
      report,
      dryRun,
      leaseUntil,
    });
    fromRow += rows.length;
    // SQLite answers within the same turn of the event loop: without this, batch would follow batch with nobody between.
    await turn();
    if (!dryRun && fromRow <= BATCH.postgres) await refreshStatistics(house.db, house.engine);
  }
  await finish(house, workspace, begun);
  return { kind: 'finished' };
}

function columnsOf({ choices: { targets, dateOrders } }: ImportRun): PersonColumns | null {
  return targets && { targets, dateOrders };
}

/** A dry run starts over; a run that was brought in half goes on. */
async function begin(
  house: House,
  workspace: Workspace,
  run: ImportRun,
  facts: PeopleFacts,
): Promise<ImportRun> {
  const state = run.state === 'checking' ? 'checking' : 'running';
  const since = house.clock.now();
  const rowsRead = run.state === 'running' ? run.rowsRead : 0;
  const known =
    run.state === 'running'
      ? run.report
      : { ...EMPTY_REPORT, words: facts.words, withoutWord: facts.withoutWord };
  const report = { ...known, since, sinceRow: rowsRead };
  await house.db.transaction().execute(async (tx) => {
    if (run.state !== 'running') await deleteRejects(tx, workspace, run.id);
    await changeRun(tx, workspace, run.id, [run.state], { state, report, rowsRead, rowsTotal: facts.rows });
  });
  return { ...run, state, report, rowsRead };
}

async function settle(
  house: House,
  workspace: Workspace,
  run: ImportRun,
  { facts, contradictions, headers }: Extract<ScannedFile, { kind: 'scanned' }>,
): Promise<Settled> {
  const personas = await listPersonas(house.db, workspace);
  const open = new Set(personas.filter(({ closedAt }) => closedAt === null).map(({ id }) => id));
  const confirmed = [...(await confirmedWords(house.db, workspace))].filter(([, personaId]) =>
    open.has(personaId),
  );
  const without = run.choices.wordsWithout.map((key) => [key, null] as const);
  const names = new Map(personas.map(({ id, name }) => [id, name]));
  return {
    facts,
    contradictions,
    words: new Map<string, string | null>([...confirmed, ...without]),
    personaName: (id) => names.get(id) ?? id,
    roleColumn: headers[run.choices.targets?.indexOf('role.persona') ?? -1] ?? '',
    fileName: run.fileName,
    memberId: run.createdBy,
    now: house.clock.now(),
    makeId: () => house.ids.make(),
  };
}

async function refuse(house: House, workspace: Workspace, run: ImportRun, failure: string): Promise<void> {
  const finishedAt = house.clock.now();
  await house.db.transaction().execute(async (tx) => {
    const failed = { state: 'failed', failure, finishedAt, leaseUntil: null } as const;
    await changeRun(tx, workspace, run.id, [run.state], failed);
    await deleteChunks(tx, workspace, run.id);
  });
}

async function release(house: House, workspace: Workspace, { id, state }: ImportRun): Promise<RanImport> {
  await changeRun(house.db, workspace, id, [state], { leaseUntil: null });
  return { kind: 'stopped' };
}

async function finish(house: House, workspace: Workspace, { id, state }: ImportRun): Promise<void> {
  if (state === 'checking') {
    await changeRun(house.db, workspace, id, [state], { state: 'checked', leaseUntil: null });
    return;
  }
  await house.db.transaction().execute(async (tx) => {
    const finishedAt = house.clock.now();
    await changeRun(tx, workspace, id, [state], { state: 'done', finishedAt, leaseUntil: null });
    await deleteChunks(tx, workspace, id);
  });
  await refreshStatistics(house.db, house.engine);
}
