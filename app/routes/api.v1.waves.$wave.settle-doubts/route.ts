import type { ActionFunctionArgs } from '@remix-run/node';
import { settleDoubts } from '#app/delivery/doubt/settle-doubts.server.ts';
import { DoubtDecisionIn } from '#app/delivery/wire/doubt-wire.ts';
import { actOnWave } from '#app/membership/act-on-wave.server.ts';
import { notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { answerNotOpen } from '#app/programme/wire/answer-course.server.ts';

export const loader = refuseMethod('POST');

/** Settles every letter in doubt that waits for a word, or one. Said twice it changes nothing the second time. */
export function action(args: ActionFunctionArgs): Promise<Response> {
  const to = { scope: 'waves:write' as const, body: DoubtDecisionIn };
  return actOnWave(args, to, async ({ house, workspace, actor, waveId, body }) => {
    const asked = { waveId, messageId: body.message ?? null, decision: body.decision, actor };
    const settled = await settleDoubts(house, workspace, asked);
    if (settled.kind === 'unknown') return saying(notFound('such wave'));
    if (settled.kind === 'not_open') return answerNotOpen(house.db, workspace, waveId);
    return { status: 200, body: { settled: settled.letters } };
  });
}
