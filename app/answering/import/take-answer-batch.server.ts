import { findAccountsByKeys, insertAccounts } from '#app/audience/account.store.server.ts';
import { AccountBook } from '#app/audience/import/account-book.ts';
import { oneLine } from '#app/audience/import/cell-text.ts';
import { insertRejects, type Reject } from '#app/audience/import/reject.store.server.ts';
import { wordKey } from '#app/audience/import/role-words.ts';
import type { FileRow } from '#app/audience/import/take-batch.server.ts';
import { nameKey } from '#app/audience/keys.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findImportedWaveById } from '#app/programme/imported/imported-wave.store.server.ts';
import { lockWave } from '#app/programme/wave/wave.store.server.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import type { OnKept } from '../keep-together.server.ts';
import { insertUnplaced } from '../unplaced/unplaced.store.server.ts';
import type { KeptRow, UnplacedAnswer } from '../unplaced/unplaced-answer.ts';
import { moveAnswerImportOn } from './answer-import.store.server.ts';
import type { AnswerReport } from './answer-import.ts';
import type { AnswerColumns } from './answer-row.ts';
import { findKnownSubmits } from './imported-answer.store.server.ts';
import { keepImported, type PlacedRow } from './keep-imported.server.ts';
import { type AnswerAccount, type AnswerFate, planAnswer, wordOf } from './plan-answer.ts';
import { submitIdOf } from './submit-id.server.ts';

export interface AnswerBatch {
  importId: string;
  columns: AnswerColumns;
  words: ReadonlyMap<string, string | null>;
  set: QuestionSet;
  /** Null in a dry run of a wave that is still to be opened. */
  waveId: string | null;
  rows: readonly FileRow[];
  /** Rows of the file taken before these. */
  fromRow: number;
  report: AnswerReport;
  /** A dry run writes its report and nothing else, and remembers in this book the accounts it would have added. */
  dryRun: AccountBook | null;
  leaseUntil: number;
  actor: Actor;
}

/** What a batch writes, gathered row by row. */
interface Gathered {
  accounts: AnswerAccount[];
  placed: PlacedRow[];
  unplaced: UnplacedAnswer[];
  rejects: Reject[];
}

/** Takes some rows in one transaction and answers the report so far. Throws when another process took them already. */
export function takeAnswerBatch(
  house: House,
  workspace: Workspace,
  batch: AnswerBatch,
  onKept: OnKept,
): Promise<AnswerReport> {
  return house.db.transaction().execute(async (tx) => {
    if (batch.waveId && !batch.dryRun) await lockWave(tx, workspace, batch.waveId);
    const report = structuredClone(batch.report);
    const gathered = await gather(house, tx, workspace, batch, report);
    if (!batch.dryRun) await write(house, tx, workspace, batch, gathered, onKept);
    await insertRejects(tx, workspace, batch.importId, gathered.rejects);
    const { fromRow, leaseUntil } = batch;
    const step = { fromRow, toRow: fromRow + batch.rows.length, report, leaseUntil };
    if (!(await moveAnswerImportOn(tx, workspace, batch.importId, step)))
      throw new Error('another process took over this import');
    return report;
  });
}

async function gather(
  { ids }: House,
  tx: Db,
  workspace: Workspace,
  batch: AnswerBatch,
  report: AnswerReport,
): Promise<Gathered> {
  const gathered: Gathered = { accounts: [], placed: [], unplaced: [], rejects: [] };
  const { columns, words, waveId } = batch;
  const makeId = () => ids.make();
  const accounts = await openBook(tx, workspace, batch);
  const submitIds = batch.rows.map(({ line, cells }) => (waveId ? submitIdOf(waveId, line, cells) : ''));
  const known = waveId ? await findKnownSubmits(tx, workspace, submitIds) : new Set<string>();
  for (const [at, row] of batch.rows.entries()) {
    const submitId = submitIds[at]!;
    if (known.has(submitId)) report.alreadyHere += 1;
    else {
      const fate =
        row.kind === 'reject' ? needYou(row) : planAnswer(row.cells, { columns, words, accounts, makeId });
      count(report, fate);
      put(gathered, fate, { ...batch, row, submitId, makeId });
    }
  }
  return gathered;
}

function needYou({ reason }: Extract<FileRow, { kind: 'reject' }>): AnswerFate {
  return { kind: 'need_you', reason };
}

/** The accounts that these rows may mean; a dry run keeps the book of the whole file. */
async function openBook(
  tx: Db,
  workspace: Workspace,
  { rows, columns, dryRun }: AnswerBatch,
): Promise<AccountBook> {
  const book = dryRun ?? new AccountBook();
  const column = columns.targets.indexOf('account');
  const nameKeys = new Set(rows.map(({ cells }) => nameKey(oneLine(cells[column] ?? ''))));
  nameKeys.delete('');
  if (nameKeys.size > 0)
    book.load(await findAccountsByKeys(tx, workspace, { externalIds: [], nameKeys: [...nameKeys] }));
  return book;
}

function count(report: AnswerReport, fate: AnswerFate): void {
  switch (fate.kind) {
    case 'placed':
      report.placed[fate.personaId] = (report.placed[fate.personaId] ?? 0) + 1;
      break;
    case 'unplaced':
      report.unplaced[fate.reason.code] = (report.unplaced[fate.reason.code] ?? 0) + 1;
      break;
    case 'set_aside':
      report.setAside[fate.reason.code] = (report.setAside[fate.reason.code] ?? 0) + 1;
      return;
    case 'silent':
      report.silent += 1;
      return;
    case 'need_you':
      report.needYou += 1;
      return;
    default:
      fate satisfies never;
  }
  if (fate.account?.isNew) report.newAccounts += 1;
}

interface Found {
  importId: string;
  waveId: string | null;
  row: FileRow;
  submitId: string;
  makeId(): string;
}

function put(gathered: Gathered, fate: AnswerFate, { importId, waveId, row, submitId, makeId }: Found): void {
  if (fate.kind !== 'placed' && fate.kind !== 'unplaced') {
    gathered.rejects.push({ line: row.line, reason: fate.reason, cells: row.cells });
    return;
  }
  const { account } = fate;
  if (account?.isNew) gathered.accounts.push(account);
  const { roleText, score, words, answeredOn, emailKey, language } = fate.row;
  const at = account && { id: account.id, name: account.name };
  const kept: KeptRow = { roleText, score, words, answeredOn, account: at, emailKey, language };
  if (fate.kind === 'placed') {
    gathered.placed.push({ importId, submitId, personaId: fate.personaId, row: kept });
    return;
  }
  const word = wordOf(roleText);
  const { code, sentence: reason } = fate.reason;
  const found = { id: makeId(), importId, waveId: waveId ?? '', line: row.line, submitId, row: kept };
  gathered.unplaced.push({ ...found, code, reason, word, wordKey: wordKey(word) });
}

async function write(
  house: House,
  tx: Db,
  workspace: Workspace,
  { waveId, set, actor }: AnswerBatch,
  { accounts, placed, unplaced }: Gathered,
  onKept: OnKept,
): Promise<void> {
  const now = house.clock.now();
  const wave = waveId ? await findImportedWaveById(tx, workspace, waveId) : undefined;
  if (!wave) throw new Error('the wave of this import is gone');
  const fresh = accounts.map(({ id, name, nameKey: key }) => ({
    id,
    name,
    nameKey: key,
    externalId: null,
    renewalOn: null,
  }));
  await insertAccounts(tx, workspace, fresh, now);
  await insertUnplaced(tx, workspace, unplaced, now);
  const keeping = { wave, set, rows: placed, actor, now, makeId: () => house.ids.make() };
  const kept = await keepImported(tx, workspace, keeping, onKept);
  if (kept.kind === 'other_question')
    throw new Error('the wave got another question while this file came in');
}
