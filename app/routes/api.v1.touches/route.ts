import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { pageTouches } from '#app/audience/moment/touch/page-touches.server.ts';
import { recordTouch } from '#app/audience/moment/touch/record-touch.server.ts';
import { explainTouch } from '#app/audience/moment/wire/explain-touch.server.ts';
import { explainWith, personaMissing } from '#app/audience/moment/wire/persona-missing.server.ts';
import { TouchIn, TouchQuery, toTouchOut } from '#app/audience/moment/wire/touch-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi } from '#app/platform/http/problem.server.ts';
import { readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { saveItems } from '#app/platform/http/save-items.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { toPage } from '#app/platform/wire/page.ts';

/** Touches of one person in the order in which they happened, each with its persona. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    const { cursor: beyond, limit, person: personId, persona: personaId } = readQuery(request, TouchQuery);
    const asked = { personId, personaId, limit, beyond };
    const touches = await pageTouches(context.house.db, workspace, asked);
    return { status: 200, body: toPage('touch', touches, limit, toTouchOut) };
  });
}

/** Records touches: one, or up to 500 with a result for each. Told twice they are recorded once. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request);
    const about = { actor, asked: 'record touch' };
    const record = async ({ person, account, persona, moment, external_id, ...touch }: TouchIn) => {
      const ids = { personId: person, accountId: account, personaId: persona, momentId: moment };
      const input = { ...touch, ...ids, externalId: external_id, actor };
      const recorded = await recordTouch(house, workspace, input);
      if (recorded.kind === 'unknown_persona') return personaMissing(house, workspace, about);
      if (recorded.kind !== 'recorded' && recorded.kind !== 'already') return explainTouch(recorded);
      const result = recorded.kind === 'recorded' ? ('created' as const) : ('unchanged' as const);
      return { id: toSlug('touch', recorded.id), result };
    };
    const explain = explainWith(house, workspace, about);
    return once(house, workspace, request, sent, () => saveItems(sent.value, TouchIn, record, explain));
  });
}
