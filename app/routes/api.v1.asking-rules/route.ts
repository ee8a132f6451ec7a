import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { saveAskingRules } from '#app/programme/asking/save-asking-rules.server.ts';
import { AskingRulesIn, toAskingRulesOut, withChanged } from '#app/programme/wire/asking-wire.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const rules = await readAskingRules(context.house.db, workspace);
    return { status: 200, body: toAskingRulesOut(rules) };
  });
}

/** Changes the rules that the body names. They hold from the next letter on, also for waves that are going. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'asking:write');
    const sent = await readJson(request);
    const change = parseBody(AskingRulesIn, sent.value);
    return once(house, workspace, request, sent, async () => {
      const rules = withChanged(await readAskingRules(house.db, workspace), change);
      await saveAskingRules(house, workspace, { rules, actor });
      return { status: 200, body: toAskingRulesOut(rules) };
    });
  });
}
