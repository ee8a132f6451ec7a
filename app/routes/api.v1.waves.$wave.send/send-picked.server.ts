import { mailReadiness } from '#app/delivery/doctor/mail-readiness.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { StaleChoice } from '#app/programme/pile/pile.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { choosePicked, pickProblem } from '#app/programme/wire/choose-picked.server.ts';
import type { PickIn } from '#app/programme/wire/pick-wire.ts';
import { say } from './send-to.server.ts';

/** Sends a wave to everyone whom a pick leaves. */
export async function sendPicked(
  house: House,
  workspace: Workspace,
  { waveId, pick, stale, actor }: { waveId: string; pick: PickIn; stale?: StaleChoice; actor: Actor },
): Promise<Answer> {
  const found = await choosePicked(house, workspace, { waveId, pick, stale });
  if (found.kind === 'unknown') return saying(notFound('such wave'));
  if (found.kind === 'problem') return saying(found.problem);
  const roleIds = found.chosen.map(({ roleId }) => roleId);
  if (roleIds.length === 0) return saying(pickProblem('NOBODY_PICKED'));
  const input = { waveId, roleIds, stale, actor };
  return say(await sendWave(house, workspace, input, queueMessages(house), mailReadiness(house)), waveId);
}
