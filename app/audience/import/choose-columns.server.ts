import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { headerKey } from './column-match.ts';
import { PERSON_TARGET_LABELS, type PersonTarget } from './column-targets.ts';
import { type DateOrder, type DateOrderEvidence, decideDateOrder } from './date-order.ts';
import { changeRun, chunksOf, findRun } from './import.store.server.ts';
import type { PeopleChoices } from './import-run.ts';
import { rememberColumns } from './memory.store.server.ts';
import { peekFile } from './peek-file.server.ts';
import { readRows } from './read-rows.server.ts';

export const DATE_TARGETS = ['account.renewal_date', 'role.start'] as const;
type DateTarget = (typeof DATE_TARGETS)[number];

export interface ColumnChoice {
  importId: string;
  /** One target per column, in the order of the file. */
  targets: readonly PersonTarget[];
  /** What the member said about dates that can be read two ways. */
  dateOrders: Partial<Record<DateTarget, DateOrder>>;
}

/** `field` is `columns`, `column-3` (from 0) or a date target. */
export interface ColumnFault {
  field: string;
  message: string;
}

export type ChosenColumns =
  | { kind: 'checking' }
  | { kind: 'invalid'; faults: ColumnFault[] }
  | { kind: 'not_found' }
  | { kind: 'too_late' };

/** Keeps where each column goes, remembers it for the next file, and starts a dry run. */
export async function chooseColumns(
  house: House,
  workspace: Workspace,
  input: ColumnChoice,
): Promise<ChosenColumns> {
  const { db } = house;
  const run = await findRun(db, workspace, input.importId);
  if (!run) return { kind: 'not_found' };
  if (run.state !== 'mapping' && run.state !== 'checked') return { kind: 'too_late' };
  const peeked = await peekFile(chunksOf(db, workspace, run.id));
  if (peeked.kind === 'refused' || peeked.headers.length !== input.targets.length)
    return { kind: 'too_late' };
  const dates = await readDateOrders(db, workspace, input);
  const faults = [...faultsOf(input.targets), ...dates.faults];
  if (faults.length > 0) return { kind: 'invalid', faults };
  const choices: PeopleChoices = {
    ...run.choices,
    headers: [...peeked.headers],
    targets: [...input.targets],
    dateOrders: dates.orders,
    toldOrders: dates.told,
  };
  const kept = await db.transaction().execute(async (tx) => {
    const columns = new Map(
      peeked.headers.map((header, at) => [headerKey(header), input.targets[at] ?? 'leave_out']),
    );
    columns.delete('');
    await rememberColumns(tx, workspace, 'people', columns, house.clock.now());
    const change = { state: 'checking', choices, rowsRead: 0, rowsTotal: null } as const;
    return changeRun(tx, workspace, run.id, ['mapping', 'checked'], change);
  });
  if (!kept) return { kind: 'too_late' };
  house.wakeImports();
  return { kind: 'checking' };
}

function faultsOf(targets: readonly PersonTarget[]): ColumnFault[] {
  const faults: ColumnFault[] = [];
  const has = (...wanted: PersonTarget[]) => wanted.some((target) => targets.includes(target));
  if (!has('person.email', 'person.external_id')) {
    faults.push({
      field: 'columns',
      message: 'Say which column holds the e-mail, or the id in your CRM: people are told apart by it.',
    });
  }
  if (!has('account.name', 'account.external_id')) {
    faults.push({
      field: 'columns',
      message: 'Say which column holds the account: a role is held at an account.',
    });
  }
  for (const [at, target] of targets.entries()) {
    const first = targets.indexOf(target);
    if (target === 'leave_out' || first === at) continue;
    const message = `“${PERSON_TARGET_LABELS[target]}” is column ${first + 1} already. Leave one of the two out.`;
    faults.push({ field: `column-${at}`, message });
  }
  return faults;
}

/** The rows themselves say the order of day and month where they can; else the member must. */
async function readDateOrders(
  db: Db,
  workspace: Workspace,
  { importId, targets, dateOrders }: ColumnChoice,
): Promise<{ orders: PeopleChoices['dateOrders']; told: string[]; faults: ColumnFault[] }> {
  const orders: PeopleChoices['dateOrders'] = {};
  const told: string[] = [];
  const faults: ColumnFault[] = [];
  for (const target of DATE_TARGETS) {
    const column = targets.indexOf(target);
    if (column === -1) continue;
    const evidence = decideDateOrder(await cellsOf(db, workspace, importId, column));
    if (evidence.kind === 'unambiguous') continue;
    const order = evidence.kind === 'decided' ? evidence.order : dateOrders[target];
    if (order) orders[target] = order;
    else if (evidence.kind !== 'decided') faults.push({ field: target, message: askForOrder(evidence) });
    if (evidence.kind !== 'decided') told.push(target);
  }
  return { orders, told, faults };
}

function askForOrder({ example }: Extract<DateOrderEvidence, { example: string }>): string {
  return `${example} can be read two ways. Say whether the day or the month comes first.`;
}

async function cellsOf(db: Db, workspace: Workspace, importId: string, column: number): Promise<string[]> {
  const cells: string[] = [];
  for await (const part of readRows(chunksOf(db, workspace, importId))) {
    if (part.kind === 'row') cells.push(part.cells[column] ?? '');
  }
  return cells;
}
