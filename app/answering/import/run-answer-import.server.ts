import { setImmediate as turn } from 'node:timers/promises';
import { AccountBook } from '#app/audience/import/account-book.ts';
import { chunksOf, deleteChunks } from '#app/audience/import/import.store.server.ts';
import { readRows } from '#app/audience/import/read-rows.server.ts';
import { deleteRejects } from '#app/audience/import/reject.store.server.ts';
import { BATCH, rowBatches } from '#app/audience/import/row-batches.server.ts';
import { LEASE, type RanImport } from '#app/audience/import/run-import.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import {
  findImportedProgramme,
  findImportedWave,
} from '#app/programme/imported/imported-wave.store.server.ts';
import type { OnKept } from '../keep-together.server.ts';
import { changeAnswerImport, findAnswerImport } from './answer-import.store.server.ts';
import { type AnswerChoices, type AnswerImport, AnswerReport } from './answer-import.ts';
import { columnsOf } from './answer-row.ts';
import { questionSetOf } from './declared-question.ts';
import { refreshAnswerStatistics } from './imported-answer.store.server.ts';
import { type ScannedAnswers, scanAnswers } from './scan-answers.server.ts';
import { takeAnswerBatch } from './take-answer-batch.server.ts';

/**
 * Works on a file of past answers that waits for the job: a dry run (`checking`), or bringing in (`queued`,
 * `running`). Each batch is one transaction that also moves the import on, so a stopped one goes on at the next row.
 */
export async function runAnswerImport(
  house: House,
  workspace: Workspace,
  importId: string,
  onKept: OnKept,
  isStopping: () => boolean = () => false,
): Promise<RanImport> {
  const { db, clock } = house;
  const found = await findAnswerImport(db, workspace, importId);
  const columns = found && columnsOf(found.choices, clock.now());
  if (!found || !columns || !['checking', 'queued', 'running'].includes(found.state))
    return { kind: 'not_due' };
  const scanned = await scanAnswers(db, workspace, { importId, columns });
  if (scanned.kind === 'refused') return refuse(house, workspace, found, scanned.failure);
  const begun = await begin(house, workspace, found, scanned);
  const { choices, state } = begun;
  const settled = {
    importId,
    columns,
    words: await openWords(db, workspace, choices),
    set: questionSetOf(choices.question, choices.targets?.includes('verbatim') ?? false),
    waveId: choices.waveId ?? (await knownWave(db, workspace, choices)),
    dryRun: state === 'checking' ? new AccountBook() : null,
    actor: begun.createdBy,
  };
  let { report, rowsRead: fromRow } = begun;
  const parts = readRows(chunksOf(db, workspace, importId));
  for await (const rows of rowBatches(parts, fromRow, BATCH[house.engine])) {
    if (isStopping()) return release(house, workspace, begun);
    const leaseUntil = clock.now() + LEASE;
    report = await takeAnswerBatch(
      house,
      workspace,
      { ...settled, rows, fromRow, report, leaseUntil },
      onKept,
    );
    fromRow += rows.length;
    // SQLite answers within the same turn of the event loop: without this, nobody is served between two batches.
    await turn();
    if (!settled.dryRun && fromRow <= BATCH.postgres) await refreshAnswerStatistics(db, house.engine);
  }
  await finish(house, workspace, begun);
  return { kind: 'finished' };
}

/** A dry run starts over; one that was brought in half goes on. */
async function begin(
  { db, clock }: House,
  workspace: Workspace,
  found: AnswerImport,
  scanned: Extract<ScannedAnswers, { kind: 'scanned' }>,
): Promise<AnswerImport> {
  const goesOn = found.state === 'running';
  const state = found.state === 'checking' ? 'checking' : 'running';
  const rowsRead = goesOn ? found.rowsRead : 0;
  const known = goesOn ? found.report : AnswerReport.parse({ words: scanned.words });
  const report = { ...known, since: clock.now(), sinceRow: rowsRead };
  await db.transaction().execute(async (tx) => {
    if (!goesOn) await deleteRejects(tx, workspace, found.id);
    await changeAnswerImport(tx, workspace, found.id, [found.state], {
      state,
      report,
      rowsRead,
      rowsTotal: scanned.rows,
    });
  });
  return { ...found, state, report, rowsRead };
}

/** What was decided in this file, without personas that were closed since: their words wait again. */
async function openWords(
  db: Db,
  workspace: Workspace,
  { words }: AnswerChoices,
): Promise<ReadonlyMap<string, string | null>> {
  const personas = await listPersonas(db, workspace);
  const open = new Set<string | null>(
    personas.filter(({ closedAt }) => closedAt === null).map(({ id }) => id),
  );
  return new Map(Object.entries(words).filter(([, personaId]) => personaId === null || open.has(personaId)));
}

async function knownWave(db: Db, workspace: Workspace, choices: AnswerChoices): Promise<string | null> {
  const programme = await findImportedProgramme(db, workspace, choices.programmeName);
  const wave = programme && (await findImportedWave(db, workspace, programme.id, choices.waveName));
  return wave?.id ?? null;
}

async function refuse(
  { db, clock }: House,
  workspace: Workspace,
  { id, state }: AnswerImport,
  failure: string,
): Promise<RanImport> {
  const change = { state: 'failed', failure, finishedAt: clock.now(), leaseUntil: null } as const;
  await changeAnswerImport(db, workspace, id, [state], change);
  return { kind: 'refused' };
}

async function release({ db }: House, workspace: Workspace, { id, state }: AnswerImport): Promise<RanImport> {
  await changeAnswerImport(db, workspace, id, [state], { leaseUntil: null });
  return { kind: 'stopped' };
}

async function finish(
  { db, clock, engine }: House,
  workspace: Workspace,
  { id, state }: AnswerImport,
): Promise<void> {
  if (state === 'checking') {
    await changeAnswerImport(db, workspace, id, [state], { state: 'checked', leaseUntil: null });
    return;
  }
  await db.transaction().execute(async (tx) => {
    const finishedAt = clock.now();
    await changeAnswerImport(tx, workspace, id, [state], { state: 'done', finishedAt, leaseUntil: null });
    await deleteChunks(tx, workspace, id);
  });
  await refreshAnswerStatistics(db, engine);
}
