import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type EndUnsent, endWave } from './close-wave.server.ts';
import { findProgramme, markShut } from './programme.store.server.ts';
import { listDebts } from './told/debt.store.server.ts';
import { type LaneDebt, owedBy } from './told/debt.ts';
import { listLetters, markLetterSent, raiseTold, writeDraft } from './told/told.store.server.ts';
import type { LaneId, ToldDraft } from './told/told.ts';
import { listWaveRows, lockWave } from './wave/wave.store.server.ts';

export type ShutProgramme =
  /** `told`: respondents who were owed an answer and get the note. */
  { kind: 'shut'; told: number } | { kind: 'already' } | { kind: 'unknown' };

export interface Shutting {
  programmeId: string;
  /** Why, for the firm's own record. */
  reason: string;
  /** What everybody who answered and was never told gets to read. */
  note: Pick<ToldDraft, 'heard' | 'willNot'>;
  actor: Actor;
}

/**
 * Ends a programme for good: its sends are closed, nobody is asked in it again, and whoever answered and never heard what
 * came of it gets the note (DOMAIN A11: "shut those programs down"). All of it or nothing.
 */
export async function shutProgramme(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { programmeId, reason, note, actor }: Shutting,
  endUnsent: EndUnsent,
): Promise<ShutProgramme> {
  const at = clock.now();
  return inTransaction(db, async (tx): Promise<ShutProgramme> => {
    const programme = await findProgramme(tx, workspace, programmeId);
    if (programme?.origin !== 'asked') return { kind: 'unknown' };
    if (!(await markShut(tx, workspace, programmeId, { reason, at }))) return { kind: 'already' };
    for (const wave of await listWaveRows(tx, workspace, programmeId))
      if (wave.state === 'open') await endWave(tx, workspace, { waveId: wave.id, at }, endUnsent);
    const owing = (await listDebts(tx, workspace, { programmeId })).filter((debt) => owedBy(debt) > 0);
    for (const debt of owing) await sendNote(tx, workspace, debt, { note, actor, at });
    const told = owing.reduce((all, debt) => all + owedBy(debt), 0);
    const entry = { id: ids.make(), at, actor, act: 'shut_programme', subject: programmeId };
    await writeAudit(tx, workspace, { ...entry, detail: { reason, told } });
    return { kind: 'shut', told };
  });
}

/** The note takes the place of a letter that was begun and never sent. */
async function sendNote(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId, heard }: LaneDebt,
  { note, actor, at }: Pick<Shutting, 'note' | 'actor'> & { at: number },
): Promise<void> {
  const lane: LaneId = { waveId, personaId };
  await lockWave(tx, workspace, waveId);
  const letters = await listLetters(tx, workspace, lane);
  const open = letters.find(({ sentAt }) => sentAt === null);
  const ordinal = open?.ordinal ?? letters.length + 1;
  const draft = { ...note, willDo: '', toSilent: false, ordinal, revision: open?.revision ?? 0 };
  const sending = { ...lane, ordinal, revision: draft.revision + 1, by: actor, at };
  const isSent =
    (await writeDraft(tx, workspace, lane, { ...draft, by: actor, at })) &&
    (await markLetterSent(tx, workspace, sending));
  if (!isSent) throw new Error('A letter changed while its wave was held.');
  await raiseTold(tx, workspace, { ...lane, told: heard });
}
