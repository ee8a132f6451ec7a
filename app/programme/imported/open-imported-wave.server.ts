import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import type { Confidentiality } from '../confidentiality.ts';
import { insertProgramme } from '../programme.store.server.ts';
import { doubtImportedWave, type WaveDoubt } from './doubt-imported-wave.server.ts';
import { findImportedProgramme, findImportedWave, insertImportedWave } from './imported-wave.store.server.ts';

export interface NewImportedWave {
  programmeName: string;
  waveName: string;
  /** What the respondents were promised when they answered. */
  confidentiality: Confidentiality;
  set: QuestionSet;
  actor: Actor;
  now: number;
  makeId(): string;
}

export type OpenedWave = { kind: 'open'; waveId: string } | WaveDoubt;

/** The wave that past answers go to, found by its names or opened. Part of a serial transaction of the caller. */
export async function openImportedWave(
  tx: Db,
  workspace: Workspace,
  wave: NewImportedWave,
): Promise<OpenedWave> {
  const doubt = await doubtImportedWave(tx, workspace, wave);
  if (doubt) return doubt;
  const programme = await findImportedProgramme(tx, workspace, wave.programmeName);
  const programmeId = programme?.id ?? wave.makeId();
  if (!programme) {
    const { programmeName: name, confidentiality, actor: ownerId, now: createdAt } = wave;
    const imported = {
      name,
      confidentiality,
      ownerId,
      createdAt,
      senderName: '',
      inDoubt: 'hold',
      state: 'live',
      origin: 'imported',
    } as const;
    await insertProgramme(tx, workspace, { ...imported, id: programmeId });
  }
  const known = await findImportedWave(tx, workspace, programmeId, wave.waveName);
  if (known) return { kind: 'open', waveId: known.id };
  const waveId = wave.makeId();
  await insertImportedWave(tx, workspace, {
    id: waveId,
    programmeId,
    name: wave.waveName,
    createdAt: wave.now,
  });
  return { kind: 'open', waveId };
}
