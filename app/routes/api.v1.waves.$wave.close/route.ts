import type { ActionFunctionArgs } from '@remix-run/node';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { actOnWave } from '#app/membership/act-on-wave.server.ts';
import { notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { WaveActIn } from '#app/programme/wire/course-wire.ts';
import { pageWaves } from '#app/programme/wire/page-waves.server.ts';
import { notOpenProblem } from '#app/programme/wire/programme-problems.ts';
import { toWaveOut } from '#app/programme/wire/wave-wire.ts';

export const loader = refuseMethod('POST');

/** Ends the asking: what has not left never does, and links say that it is over. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  const to = { scope: 'waves:write' as const, body: WaveActIn };
  return actOnWave(args, to, async ({ house, workspace, actor, waveId }) => {
    const { kind } = await closeWave(house, workspace, { waveId, actor }, endWithWave);
    if (kind === 'unknown') return saying(notFound('such wave'));
    if (kind === 'not_sent') return saying(notOpenProblem('draft'));
    const [wave] = await pageWaves(house.db, workspace, { waveId });
    return { status: 200, body: toWaveOut(wave!) };
  });
}
