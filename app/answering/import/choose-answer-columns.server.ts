import type { AnswerTarget } from '#app/audience/import/answer-columns.ts';
import { headerKey } from '#app/audience/import/column-match.ts';
import { type DateOrder, decideDateOrder } from '#app/audience/import/date-order.ts';
import { chunksOf } from '#app/audience/import/import.store.server.ts';
import { rememberColumns } from '#app/audience/import/memory.store.server.ts';
import { peekFile } from '#app/audience/import/peek-file.server.ts';
import { readRows } from '#app/audience/import/read-rows.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { doubtImportedWave } from '#app/programme/imported/doubt-imported-wave.server.ts';
import { type AnswerDeclaration, checkDeclaration, type DeclarationFault } from './answer-declaration.ts';
import { changeAnswerImport, findAnswerImport } from './answer-import.store.server.ts';
import type { AnswerChoices, AnswerImport } from './answer-import.ts';
import { columnsOf } from './answer-row.ts';
import { questionSetOf, VERBAL_REFUSED } from './declared-question.ts';
import { scanAnswers } from './scan-answers.server.ts';

export type ChosenAnswerColumns =
  | { kind: 'checking' }
  | { kind: 'invalid'; faults: DeclarationFault[] }
  | { kind: 'not_found' }
  | { kind: 'too_late' };

/** Keeps where each column goes and what was asked on which scale, remembers the columns, and starts a dry run. */
export async function chooseAnswerColumns(
  house: House,
  workspace: Workspace,
  input: { importId: string; targets: readonly AnswerTarget[]; declaration: AnswerDeclaration },
): Promise<ChosenAnswerColumns> {
  const { db, clock } = house;
  const found = await findAnswerImport(db, workspace, input.importId);
  if (!found) return { kind: 'not_found' };
  const peeked = await peekFile(chunksOf(db, workspace, found.id));
  const isOpen = found.state === 'mapping' || found.state === 'checked';
  if (!isOpen || peeked.kind === 'refused' || peeked.headers.length !== input.targets.length)
    return { kind: 'too_late' };
  const read = await readChoices(house, workspace, found, peeked.headers, input);
  if (read.kind === 'invalid') return read;
  const kept = await db.transaction().execute(async (tx) => {
    const columns = new Map(peeked.headers.map((header, at) => [headerKey(header), input.targets[at]!]));
    columns.delete('');
    await rememberColumns(tx, workspace, 'answers', columns, clock.now());
    const change = { state: 'checking', choices: read.choices, rowsRead: 0, rowsTotal: null } as const;
    return changeAnswerImport(tx, workspace, found.id, ['mapping', 'checked'], change);
  });
  if (!kept) return { kind: 'too_late' };
  house.wakeImports();
  return { kind: 'checking' };
}

type ReadChoices = { kind: 'read'; choices: AnswerChoices } | { kind: 'invalid'; faults: DeclarationFault[] };

async function readChoices(
  { db, clock }: House,
  workspace: Workspace,
  found: AnswerImport,
  headers: readonly string[],
  { targets, declaration }: { targets: readonly AnswerTarget[]; declaration: AnswerDeclaration },
): Promise<ReadChoices> {
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const checked = checkDeclaration(declaration, targets, today);
  if (checked.kind === 'faults') return { kind: 'invalid', faults: checked.faults };
  const date = await readDateOrder(db, workspace, found.id, targets.indexOf('date'), declaration.dateOrder);
  if (date.fault) return { kind: 'invalid', faults: [date.fault] };
  const { question, blanks, answeredOn } = checked;
  const { programmeName, waveName, confidentiality } = declaration;
  const choices: AnswerChoices = {
    ...found.choices,
    ...{ headers: [...headers], targets: [...targets], dateOrder: date.order },
    ...{ question, blanks, answeredOn, programmeName, waveName, confidentiality },
  };
  const set = questionSetOf(question, targets.includes('verbatim'));
  const doubt = await doubtImportedWave(db, workspace, { programmeName, waveName, confidentiality, set });
  if (doubt) {
    const field = doubt.kind === 'other_promise' ? 'confidentiality' : 'waveName';
    return { kind: 'invalid', faults: [{ field, message: doubt.message }] };
  }
  const columns = columnsOf(choices, clock.now())!;
  const scanned = question && (await scanAnswers(db, workspace, { importId: found.id, columns }));
  if (scanned?.kind === 'scanned' && scanned.scores === 0 && scanned.setAside > 0)
    return { kind: 'invalid', faults: [{ field: 'scale', message: VERBAL_REFUSED }] };
  return { kind: 'read', choices };
}

type ReadOrder = { order: DateOrder | null; fault?: DeclarationFault };

/** The rows themselves say the order of day and month where they can; else the member must. */
async function readDateOrder(
  db: Db,
  workspace: Workspace,
  importId: string,
  column: number,
  said: '' | DateOrder,
): Promise<ReadOrder> {
  if (column === -1) return { order: null };
  const cells: string[] = [];
  for await (const part of readRows(chunksOf(db, workspace, importId)))
    if (part.kind === 'row') cells.push(part.cells[column] ?? '');
  const evidence = decideDateOrder(cells);
  if (evidence.kind === 'decided') return { order: evidence.order };
  if (evidence.kind === 'unambiguous' || said !== '') return { order: said || null };
  const message = `${evidence.example} can be read two ways. Say whether the day or the month comes first.`;
  return { order: null, fault: { field: 'dateOrder', message } };
}
