import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { Choice } from '#app/programme/pile/choice.ts';
import { readChoiceFor, type SentChosen, sendChosen } from '#app/programme/send-chosen.server.ts';
import { mailReadiness } from './doctor/mail-readiness.server.ts';
import { queueMessages } from './queue-messages.server.ts';

interface Asked {
  waveId: string;
  choose: (lanes: readonly { personaId: string }[]) => Choice;
  people: string | null;
  actor: Actor;
}

/**
 * Sends a wave to whom a choice leaves: where very many could be meant, in a process of its own, so that nobody who answers
 * meanwhile waits for the sorting.
 */
export async function sendByChoice(
  house: House,
  workspace: Workspace,
  { waveId, choose, people, actor }: Asked,
): Promise<SentChosen> {
  const read = await readChoiceFor(house, workspace, waveId, choose);
  if (!read) return { kind: 'unknown' };
  const { choice, isOfMany } = read;
  const send = { waveId, choice, people, actor };
  if (!isOfMany || !house.decideApart)
    return sendChosen(house, workspace, send, queueMessages(house), mailReadiness(house));
  const sent = await house.decideApart<SentChosen>({ workspaceId: workspace.id, send });
  house.wakeSender();
  return sent;
}
