import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { forgetUnreached } from '#app/programme/wave/asked.store.server.ts';
import { lockWave } from '#app/programme/wave/wave.store.server.ts';
import type { Decided } from './held.ts';
import { findHeld, writeDecision } from './held-decision.store.server.ts';
import { decidedOf } from './release-held.server.ts';

export interface Discard {
  heldId: string;
  /** See `DecisionReason`. */
  reason: string;
  actor: Actor;
}

export type Discarded =
  | { kind: 'discarded' }
  | { kind: 'unknown' }
  /** Somebody decided since, or the person's own answer did. */
  | { kind: 'decided'; decided: Decided };

/** A member says that a held answer does not count. It stays where it is and can be released later. */
export async function discardHeld(
  house: House,
  workspace: Workspace,
  { heldId, reason, actor }: Discard,
): Promise<Discarded> {
  const found = await findHeld(house.db, workspace, heldId);
  if (!found) return { kind: 'unknown' };
  return inTransaction(house.db, async (tx) => {
    // As a release does, so that of two members who decide at once the second reads what the first one did.
    await lockWave(tx, workspace, found.waveId);
    const at = house.clock.now();
    const written = { from: 'waiting', decision: 'discarded', by: actor, at, reason } as const;
    const isMine = await writeDecision(tx, workspace, heldId, written);
    const held = (await findHeld(tx, workspace, heldId)) ?? found;
    if (!isMine) return { kind: 'decided', decided: decidedOf(held) };
    const { waveId, personaId } = held;
    await forgetUnreached(tx, workspace, held);
    await writeAudit(tx, workspace, {
      ...{ id: house.ids.make(), at, actor, act: 'discard_held', subject: heldId },
      detail: { waveId, personaId, held: held.reason, reason },
    });
    return { kind: 'discarded' };
  });
}
