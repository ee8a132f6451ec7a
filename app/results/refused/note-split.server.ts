import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { Split } from '../split.ts';
import { writeAsked } from './asked-figure.ts';

/** Writes down that somebody asked for one figure over several personas, and got the split (DOMAIN R8). */
export async function noteSplit(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  {
    split,
    waveId,
    personas,
    actor,
  }: { split: Split; waveId: string; personas: readonly string[]; actor: Actor },
): Promise<void> {
  const known = split.instead.coverage.map(({ persona }) => persona.id);
  const asked = writeAsked(waveId, personas, known);
  await logRefusal(db, workspace, { at: clock.now(), actor, code: split.code, asked });
}
