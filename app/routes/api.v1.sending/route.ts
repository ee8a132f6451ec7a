import type { LoaderFunctionArgs } from '@remix-run/node';
import { readWaiting } from '#app/delivery/armed/read-waiting.server.ts';
import { readMailPace } from '#app/delivery/pace/read-pace.server.ts';
import { toSendingOut } from '#app/delivery/wire/sending-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace } = await requireKey(request, context, 'waves:read');
    const waiting = await readWaiting(house, workspace);
    return { status: 200, body: toSendingOut(waiting, await readMailPace(house)) };
  });
}

export const action = refuseMethod('GET');
