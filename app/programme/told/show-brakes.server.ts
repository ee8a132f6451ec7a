import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ShownDebt } from './debt-notice.tsx';
import { findBrakes } from './find-brakes.server.ts';

/** What holds up a wave, or the next one of a programme where none is named, as pages show it. */
export async function showBrakes(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  of: { id: string | null; programmeId: string; lanes?: readonly { personaId: string }[] },
): Promise<ShownDebt[]> {
  const asking = { programmeId: of.programmeId, waveId: of.id, now: clock.now() };
  const personaIds = of.lanes?.map(({ personaId }) => personaId);
  const brakes = await findBrakes(db, workspace, { ...asking, ...(personaIds && { personaIds }) });
  return brakes.map((debt) => ({ ...debt, waveSlug: toSlug('wave', debt.waveId) }));
}
