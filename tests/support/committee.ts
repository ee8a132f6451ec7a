import { saveAccount } from '#app/audience/save-account.server.ts';
import { answer, ask } from './answering.ts';
import type { Desk } from './asking.ts';
import { QUESTION } from './heard.ts';

/** Somebody who is asked in a wave; `says` null: they stay silent. */
export interface AskedSeat {
  name: string;
  account?: string;
  personaId: string;
  says: number | null;
}

/** Asks these people in a wave that was drafted for their personas, and lets them answer. */
export async function playCommittee(desk: Desk, waveId: string, seats: readonly AskedSeat[]): Promise<void> {
  for (const { name, account, personaId, says } of seats) {
    const token = await ask(desk, waveId, { name, account, personaIds: [personaId] });
    if (says === null) continue;
    const kept = await answer(desk.house, token, { [QUESTION]: String(says) });
    if (kept.kind !== 'kept') throw new Error(kept.kind);
  }
}

/** Gives an account the day it renews on. */
export async function renew(
  { house, workspace, memberId: actor }: Desk,
  name: string,
  renewalOn: string,
): Promise<void> {
  const saved = await saveAccount(house, workspace, { name, renewalOn, actor });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
}
