import { sendByChoice } from '#app/delivery/send-by-choice.server.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, saying } from '#app/platform/http/problem.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { StaleChoice } from '#app/programme/pile/pile.ts';
import { pickProblem } from '#app/programme/wire/choose-picked.server.ts';
import { choosing, type PickIn } from '#app/programme/wire/pick-wire.ts';
import { say } from './send-to.server.ts';

/** Sends a wave to everyone whom a pick leaves. */
export async function sendPicked(
  house: House,
  workspace: Workspace,
  {
    waveId,
    pick,
    stale = 'leave_out',
    actor,
  }: { waveId: string; pick: PickIn; stale?: StaleChoice; actor: Actor },
): Promise<Answer> {
  const sent = await sendByChoice(house, workspace, {
    waveId,
    choose: choosing(pick, stale),
    people: null,
    actor,
  });
  switch (sent.kind) {
    case 'nobody':
      return saying(pickProblem('NOBODY_PICKED'));
    case 'gone':
      return saying(pickProblem('ATTRIBUTE_GONE'));
    case 'changed':
      throw new Error('Nobody was shown how many it would be.');
    default:
      return say(sent, waveId);
  }
}
