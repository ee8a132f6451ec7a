import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findMailWord } from './wave/mail-word.store.server.ts';
import { findAskingWave } from './wave/wave.store.server.ts';

/** The wave that an admin is asked to answer for; null where there is no such one. */
export async function readMailWord(
  { db }: Pick<House, 'db'>,
  workspace: Workspace,
  waveId: string,
): Promise<{ name: string; programmeName: string; isClosed: boolean; isVouched: boolean } | null> {
  const wave = await findAskingWave(db, workspace, waveId);
  if (!wave) return null;
  const { name, programmeName, state } = wave;
  const isVouched = (await findMailWord(db, workspace, waveId)) !== null;
  return { name, programmeName, isClosed: state === 'closed', isVouched };
}
