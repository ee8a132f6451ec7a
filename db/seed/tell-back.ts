import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { queueTold } from '#app/delivery/told/queue-told.server.ts';
import { readTold } from '#app/programme/told/read-told.server.ts';
import { saveTold } from '#app/programme/told/save-told.server.ts';
import { sendTold } from '#app/programme/told/send-told.server.ts';
import type { ToldDraft } from '#app/programme/told/told.ts';
import { expectKind, type OpenStage } from './stage.ts';

/** Writes and sends the letter to each persona of a wave, and lets the mails go out. */
export async function tellBack(
  { house, workspace, actor }: OpenStage,
  waveId: string,
  letters: readonly { personaId: string; letter: Omit<ToldDraft, 'toSilent'> }[],
): Promise<void> {
  for (const { personaId, letter } of letters) {
    const lane = { waveId, personaId };
    const told = await readTold(house, workspace, lane);
    // Nobody is told what came of answers that nobody gave.
    if (!told || told.debt.heard === 0) continue;
    const draft = { ...letter, toSilent: false };
    const saved = await saveTold(house, workspace, { ...lane, draft, revision: 0, actor });
    const { revision } = expectKind(saved, 'saved');
    expectKind(await sendTold(house, workspace, { ...lane, revision, actor }), 'sent');
  }
  await queueTold(house);
  while (await sendDueMessages(house));
}
