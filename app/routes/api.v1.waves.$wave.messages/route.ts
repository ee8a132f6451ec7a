import type { LoaderFunctionArgs } from '@remix-run/node';
import { MessageListQuery, toMessageOut } from '#app/delivery/wire/message-wire.ts';
import { pageMessages } from '#app/delivery/wire/page-messages.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { toPage } from '#app/platform/wire/page.ts';

/** Everybody asked in a wave by their first mail, each in a named state. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const { cursor: after, limit, standing } = readQuery(request, MessageListQuery);
    const waveId = fromSlug('wave', params.wave);
    const asked = { waveId: waveId ?? '', after, limit, standing };
    const messages = waveId && (await pageMessages(context.house.db, workspace, asked));
    if (!messages) return saying(notFound('such wave'));
    return { status: 200, body: toPage('message', messages, limit, toMessageOut) };
  });
}

export const action = refuseMethod('GET');
