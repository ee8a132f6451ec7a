import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnWave } from '#app/membership/act-on-wave.server.ts';
import { refuseMethod } from '#app/platform/http/problem.server.ts';
import { pauseWave } from '#app/programme/asking/pause-wave.server.ts';
import { answerCourse, answerNotOpen } from '#app/programme/wire/answer-course.server.ts';
import { WaveActIn } from '#app/programme/wire/course-wire.ts';

export const loader = refuseMethod('POST');

/** Holds up what has not left. Said twice it changes nothing the second time. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  const to = { scope: 'waves:write' as const, body: WaveActIn };
  return actOnWave(args, to, async ({ house, workspace, actor, waveId }) => {
    const { kind } = await pauseWave(house, workspace, { waveId, why: 'member', by: actor });
    if (kind === 'not_open') return answerNotOpen(house.db, workspace, waveId);
    return answerCourse(house.db, workspace, waveId);
  });
}
