import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readTold } from '#app/programme/told/read-told.server.ts';
import { saveTold } from '#app/programme/told/save-told.server.ts';
import { conflictProblem, notOpenProblem } from '#app/programme/wire/programme-problems.ts';
import { ToldLetterIn, toToldBackOut, toToldDraft } from '#app/programme/wire/told-wire.ts';

const NO_LANE = 'such wave, or nobody of this persona was asked in it';

/** What a lane is owed, the letter being written to it and those that went out. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const lane = { waveId: fromSlug('wave', params.wave) ?? '', personaId: params.persona ?? '' };
    const told = await readTold(context.house, workspace, lane);
    return told ? { status: 200, body: toToldBackOut(told) } : saying(notFound(NO_LANE));
  });
}

/** Writes the letter. Nobody gets it before it is sent. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request, 'POST');
    const body = parseBody(ToldLetterIn, sent.value);
    const lane = { waveId: fromSlug('wave', params.wave) ?? '', personaId: params.persona ?? '' };
    return once(house, workspace, request, sent, async () => {
      const draft = toToldDraft(body);
      const saved = await saveTold(house, workspace, { ...lane, draft, revision: body.revision, actor });
      if (saved.kind === 'unknown') return saying(notFound(NO_LANE));
      if (saved.kind === 'not_sent') return saying(notOpenProblem('draft'));
      if (saved.kind === 'conflict') return saying(conflictProblem(saved.theirs.revision));
      const told = await readTold(house, workspace, lane);
      return { status: 200, body: toToldBackOut(told!) };
    });
  });
}
