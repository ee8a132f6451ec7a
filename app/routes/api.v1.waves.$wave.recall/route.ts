import type { ActionFunctionArgs } from '@remix-run/node';
import { recallUnsent } from '#app/delivery/recall-unsent.server.ts';
import { actOnWave } from '#app/membership/act-on-wave.server.ts';
import { notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { WaveActIn } from '#app/programme/wire/course-wire.ts';

export const loader = refuseMethod('POST');

/** Takes back every letter that has not left, for good in this wave. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  const to = { scope: 'waves:write' as const, body: WaveActIn };
  return actOnWave(args, to, async ({ house, workspace, actor, waveId }) => {
    const recalled = await recallUnsent(house, workspace, { waveId, actor });
    if (recalled.kind === 'unknown') return saying(notFound('such wave'));
    return { status: 200, body: { taken_back: recalled.letters } };
  });
}
