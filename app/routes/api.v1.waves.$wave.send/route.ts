import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnWave } from '#app/membership/act-on-wave.server.ts';
import { refuseMethod } from '#app/platform/http/problem.server.ts';
import { SendIn } from '#app/programme/wire/wave-wire.ts';
import { sendPicked } from './send-picked.server.ts';
import { sendTo } from './send-to.server.ts';

export const loader = refuseMethod('POST');

/** Asks. Only role assignments can be asked; one without stops the whole send. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  const to = { scope: 'waves:write' as const, body: SendIn };
  return actOnWave(args, to, async ({ house, workspace, actor, waveId, body }) => {
    const { role_assignments: roles, people, pick, stale } = body;
    if (pick) return sendPicked(house, workspace, { waveId, pick, stale, actor });
    return sendTo(house, workspace, { waveId, roles, people, stale, actor });
  });
}
