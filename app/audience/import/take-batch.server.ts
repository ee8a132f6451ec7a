import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { AccountBook } from './account-book.ts';
import { type Batch, type Fate, noWrites, type Settled } from './batch.ts';
import { findKnownPeople } from './find-known-people.server.ts';
import { moveOn } from './import.store.server.ts';
import type { PeopleReport } from './import-run.ts';
import { type PersonColumns, readPersonRow } from './person-row.ts';
import { planRow } from './plan-row.ts';
import type { ReadPart } from './read-part.ts';
import { insertRejects, type Reject } from './reject.store.server.ts';
import { writeBatch } from './write-batch.server.ts';

/** A row of the file, readable or not. */
export type FileRow = Extract<ReadPart, { kind: 'row' | 'reject' }>;

export interface BatchInput {
  importId: string;
  columns: PersonColumns;
  settled: Settled;
  rows: readonly FileRow[];
  /** Rows of the file taken before these. */
  fromRow: number;
  report: PeopleReport;
  /** A dry run writes its report and nothing else, and remembers in this book the accounts it would have added. */
  dryRun: AccountBook | null;
  leaseUntil: number;
}

/** Takes some rows in one transaction and answers the report so far. Throws when another process took them already. */
export function takeBatch(house: House, workspace: Workspace, input: BatchInput): Promise<PeopleReport> {
  const read = input.rows.map((row) => ({ row, read: readRow(row, input.columns) }));
  return house.db.transaction().execute(async (tx) => {
    const people = read.flatMap(({ read }) => (read.kind === 'person' ? [read.person] : []));
    const batch = await openBatch(tx, workspace, input, people);
    const report = { ...input.report };
    const rejects: Reject[] = [];
    for (const { row, read: readOne } of read) {
      const fate =
        readOne.kind === 'person' ? planRow(batch, row.line, readOne.person) : needYou(readOne.reason);
      count(report, fate);
      if (fate.kind === 'wait' || fate.kind === 'need_you') {
        rejects.push({ line: row.line, reason: fate.reason, cells: row.cells });
      }
    }
    if (!input.dryRun) await writeBatch(tx, workspace, batch.writes, input.settled.now);
    await insertRejects(tx, workspace, input.importId, rejects);
    const step = {
      fromRow: input.fromRow,
      toRow: input.fromRow + input.rows.length,
      report,
      leaseUntil: input.leaseUntil,
    };
    if (!(await moveOn(tx, workspace, input.importId, step)))
      throw new Error('another process took over this import');
    return report;
  });
}

function readRow(row: FileRow, columns: PersonColumns) {
  return row.kind === 'reject'
    ? { kind: 'reject' as const, reason: row.reason }
    : readPersonRow(row.cells, columns);
}

async function openBatch(
  db: Db,
  workspace: Workspace,
  { settled, dryRun }: BatchInput,
  people: Parameters<typeof findKnownPeople>[2],
): Promise<Batch> {
  const { known, accounts } = await findKnownPeople(db, workspace, people);
  const book = dryRun ?? new AccountBook();
  book.load(accounts);
  return { settled, known, accounts: book, writes: noWrites() };
}

function needYou(reason: Reject['reason']): Fate {
  return { kind: 'need_you', reason };
}

function count(report: PeopleReport, fate: Fate): void {
  switch (fate.kind) {
    case 'new':
      if (fate.withRole) report.newPeople += 1;
      else report.roleMissing += 1;
      break;
    case 'here':
      report.alreadyHere += 1;
      if (fate.newTitle) report.newTitles += 1;
      if (fate.newRole) report.newRoles += 1;
      break;
    case 'wait':
      report.waitForWord += 1;
      return;
    case 'need_you':
      report.needYou += 1;
      return;
    default:
      fate satisfies never;
  }
  if (fate.newAccount) report.newAccounts += 1;
}
