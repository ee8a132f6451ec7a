import type { ActionFunctionArgs } from '@remix-run/node';
import { settleDoubts } from '#app/delivery/doubt/settle-doubts.server.ts';
import { DoubtDecisionIn } from '#app/delivery/wire/doubt-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { answerNotOpen } from '#app/programme/wire/answer-course.server.ts';

export const loader = refuseMethod('POST');

/** Settles every letter in doubt that waits for a word. Said twice it changes nothing the second time. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request, 'POST');
    const { decision } = parseBody(DoubtDecisionIn, sent.value);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    return once(house, workspace, request, sent, async () => {
      const settled = await settleDoubts(house, workspace, { waveId, messageId: null, decision, actor });
      if (settled.kind === 'unknown') return saying(notFound('such wave'));
      if (settled.kind === 'not_open') return answerNotOpen(house.db, workspace, waveId);
      return { status: 200, body: { settled: settled.letters } };
    });
  });
}
