import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { openImportedWave } from '#app/programme/imported/open-imported-wave.server.ts';
import { changeAnswerImport, findAnswerImport } from './answer-import.store.server.ts';
import { questionSetOf } from './declared-question.ts';

export type BroughtInAnswers =
  | { kind: 'queued' }
  | { kind: 'too_late' }
  | { kind: 'refused'; message: string };

/** A member has seen the dry run: the wave is opened and the job brings the rows in. */
export async function bringInAnswers(
  house: House,
  workspace: Workspace,
  input: { importId: string; actor: Actor },
): Promise<BroughtInAnswers> {
  const { db, ids, clock } = house;
  const brought = await inSerialTransaction(db, async (tx): Promise<BroughtInAnswers> => {
    const found = await findAnswerImport(tx, workspace, input.importId);
    if (found?.state !== 'checked') return { kind: 'too_late' };
    const { choices } = found;
    const now = clock.now();
    const opened = await openImportedWave(tx, workspace, {
      ...choices,
      set: questionSetOf(choices.question, choices.targets?.includes('verbatim') ?? false),
      actor: input.actor,
      now,
      makeId: () => ids.make(),
    });
    if (opened.kind !== 'open') return { kind: 'refused', message: opened.message };
    const change = { state: 'queued', rowsRead: 0, choices: { ...choices, waveId: opened.waveId } } as const;
    if (!(await changeAnswerImport(tx, workspace, found.id, ['checked'], change)))
      return { kind: 'too_late' };
    await writeAudit(tx, workspace, {
      id: ids.make(),
      at: now,
      actor: input.actor,
      act: 'bring_in_answers',
      subject: found.id,
      detail: { waveId: opened.waveId },
    });
    return { kind: 'queued' };
  });
  if (brought.kind === 'queued') house.wakeImports();
  return brought;
}
