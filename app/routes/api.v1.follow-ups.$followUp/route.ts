import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { actOnFollowUps } from '#app/followup/act-on-follow-ups.server.ts';
import { pageFollowUps } from '#app/followup/queue/page-follow-ups.server.ts';
import { actsOf } from '#app/followup/wire/acts-of.ts';
import { explainRefusal } from '#app/followup/wire/explain-follow-up.server.ts';
import { FollowUpChangeIn, toFollowUpOut } from '#app/followup/wire/follow-up-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

const NOTHING = 'such follow-up';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'followups:read');
    const id = fromSlug('followUp', params.followUp);
    const [row] = id ? await pageFollowUps(context.house.db, workspace, { id }) : [];
    return row ? { status: 200, body: toFollowUpOut(row) } : saying(notFound(NOTHING));
  });
}

/** Changes state, owner or day, adds a word, or says that the person was told: all that the body asks for, or nothing. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'followups:write');
    const sent = await readJson(request);
    const change = parseBody(FollowUpChangeIn, sent.value);
    const id = fromSlug('followUp', params.followUp);
    if (!id) return saying(notFound(NOTHING));
    return once(house, workspace, request, sent, async () => {
      const on = [{ id, revision: change.revision }];
      const acted = await actOnFollowUps(house, workspace, { on, acts: actsOf(change), actor });
      if (acted.kind === 'unknown') return saying(notFound(NOTHING));
      if (acted.kind === 'refused') return saying(explainRefusal(acted.refusal));
      const [row] = await pageFollowUps(house.db, workspace, { id });
      return { status: 200, body: toFollowUpOut(row!) };
    });
  });
}
