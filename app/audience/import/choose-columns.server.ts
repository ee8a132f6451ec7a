import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listAttributeRows } from '../attribute/attribute.store.server.ts';
import type { Attribute } from '../attribute/attribute.ts';
import { addAttribute } from '../attribute/create-attribute.server.ts';
import { headerKey } from './column-match.ts';
import { type ColumnTarget, PERSON_TARGET_LABELS, type PersonTarget } from './column-targets.ts';
import { type DateOrder, type DateOrderEvidence, decideDateOrder } from './date-order.ts';
import { changeRun, chunksOf, findRun } from './import.store.server.ts';
import type { ImportRun, PeopleChoices } from './import-run.ts';
import { rememberColumns } from './memory.store.server.ts';
import { settleTargets, takenMeanwhile } from './new-attributes.server.ts';
import { isOwnTarget, type NewTarget, ownLabel, ownTarget } from './own-targets.ts';
import { peekFile } from './peek-file.server.ts';
import { readRows } from './read-rows.server.ts';

export const DATE_TARGETS = ['account.renewal_date', 'role.start'] as const;
type DateTarget = (typeof DATE_TARGETS)[number];

export interface ColumnChoice {
  importId: string;
  /** One target per column, in the order of the file. */
  targets: readonly (ColumnTarget | NewTarget)[];
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
  const { headers } = peeked;
  const known = await listAttributeRows(db, workspace);
  const actor = run.createdBy;
  const { targets } = input;
  const settled = await settleTargets(house, workspace, { headers, targets, known, actor });
  const dates = await readDateOrders(db, workspace, input);
  const faults = [...faultsOf(settled.targets, known, settled.fresh), ...settled.faults, ...dates.faults];
  if (faults.length > 0) return { kind: 'invalid', faults };
  const choices: PeopleChoices = {
    ...run.choices,
    headers: [...headers],
    targets: settled.targets,
    dateOrders: dates.orders,
    toldOrders: dates.told,
  };
  const kept = await db
    .transaction()
    .execute((tx) => keep({ ...house, db: tx }, workspace, { run, choices, fresh: settled.fresh }));
  if (kept.kind === 'checking') house.wakeImports();
  return kept;
}

async function keep(
  house: House,
  workspace: Workspace,
  { run, choices, fresh }: { run: ImportRun; choices: PeopleChoices; fresh: readonly Attribute[] },
): Promise<ChosenColumns> {
  const targets = choices.targets ?? [];
  const faults = await takenMeanwhile(house.db, workspace, { fresh, targets });
  if (faults.length > 0) return { kind: 'invalid', faults };
  const change = { state: 'checking', choices, rowsRead: 0, rowsTotal: null } as const;
  if (!(await changeRun(house.db, workspace, run.id, ['mapping', 'checked'], change)))
    return { kind: 'too_late' };
  for (const attribute of fresh) await addAttribute(house, workspace, attribute, run.createdBy);
  const columns = new Map(
    choices.headers.map((header, at) => [headerKey(header), targets[at] ?? 'leave_out']),
  );
  columns.delete('');
  await rememberColumns(house.db, workspace, 'people', columns, house.clock.now());
  return { kind: 'checking' };
}

function faultsOf(
  targets: readonly ColumnTarget[],
  known: readonly Attribute[],
  fresh: readonly Attribute[],
): ColumnFault[] {
  const labels = new Map<string, string>(Object.entries(PERSON_TARGET_LABELS));
  for (const own of [...known, ...fresh]) labels.set(ownTarget(own), ownLabel(own));
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
    if (isOwnTarget(target) && !labels.has(target))
      faults.push({ field: `column-${at}`, message: 'This attribute was deleted. Choose again.' });
    if (target === 'leave_out' || first === at) continue;
    const message = `“${labels.get(target)}” is column ${first + 1} already. Leave one of the two out.`;
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
