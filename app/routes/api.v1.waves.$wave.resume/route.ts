import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnWave } from '#app/membership/act-on-wave.server.ts';
import { refuseMethod } from '#app/platform/http/problem.server.ts';
import { resumeWave } from '#app/programme/asking/resume-wave.server.ts';
import { answerCourse, answerNotOpen } from '#app/programme/wire/answer-course.server.ts';
import { WaveActIn } from '#app/programme/wire/course-wire.ts';

export const loader = refuseMethod('POST');

/** Lets a wave that was held up go on where it stopped. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  const to = { scope: 'waves:write' as const, body: WaveActIn };
  return actOnWave(args, to, async ({ house, workspace, actor, waveId }) => {
    const { kind } = await resumeWave(house, workspace, { waveId, actor });
    if (kind === 'not_open') return answerNotOpen(house.db, workspace, waveId);
    return answerCourse(house.db, workspace, waveId);
  });
}
