import type { EndUnsent } from '#app/programme/close-wave.server.ts';
import { endUnsent } from './unsent.store.server.ts';

/** The half of closing a wave that belongs to delivery, in the same transaction: nothing of it waits for ever. */
export const endWithWave: EndUnsent = async (tx, workspace, { waveId, at }) => {
  await endUnsent(tx, workspace, { waveId, reason: 'The wave was closed.', at });
};
