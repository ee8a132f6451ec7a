import { createScopedLook } from '#app/platform/look-together.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { listLetters } from './told.store.server.ts';
import type { ToldLetter } from './told.ts';

/** A letter that was sent, read once for all mails of it; looked up by workspace and `wave persona ordinal`. */
export const findToldLetter = createScopedLook<ToldLetter>(async (db, [workspaceId], keys) => {
  // Whoever looks holds a row of the ledger, which is of this workspace.
  const workspace = mintWorkspace(workspaceId!);
  const found = new Map<string, ToldLetter>();
  for (const key of keys) {
    const [waveId, personaId, ordinal] = key.split(' ') as [string, string, string];
    const letters = await listLetters(db, workspace, { waveId, personaId });
    const letter = letters.find((one) => one.sentAt !== null && one.ordinal === Number(ordinal));
    if (letter) found.set(key, letter);
  }
  return found;
});
