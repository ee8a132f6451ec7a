import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { listDecisions } from '#app/followup/decision/list-decisions.server.ts';
import { makeDecision } from '#app/followup/decision/make-decision.server.ts';
import { DecisionIn, toDecisionOut } from '#app/followup/wire/decision-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readProgramme } from '#app/programme/read-programme.server.ts';

const NO_PROGRAMME = 'such programme, or it asks nobody';

/** What a programme decided, the newest first. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'followups:read');
    const programmeId = fromSlug('programme', params.programme) ?? '';
    const { db } = context.house;
    if (!(await readProgramme(db, workspace, programmeId))) return saying(notFound(NO_PROGRAMME));
    const decisions = await listDecisions(db, workspace, { programmeId });
    return { status: 200, body: { data: decisions.map(toDecisionOut) } };
  });
}

/** Writes a decision down, for the personas that it names. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'followups:write');
    const sent = await readJson(request, 'POST');
    const read = parseBody(DecisionIn, sent.value);
    const { personas: personaIds, follow_ups: followUpIds, themes: themeIds, ...body } = read;
    const programmeId = fromSlug('programme', params.programme) ?? '';
    return once(house, workspace, request, sent, async () => {
      const decision = { ...body, personaIds, followUpIds, themeIds, programmeId, actor };
      const made = await makeDecision(house, workspace, decision);
      if (made.kind === 'unknown')
        return saying(notFound(made.what === 'programme' ? NO_PROGRAMME : `such ${made.what}`));
      if (made.kind === 'not_theirs')
        return saying(notFound('follow-up of this programme about one of these personas among them'));
      const [newest] = (await listDecisions(house.db, workspace, { programmeId })).filter(
        ({ id }) => id === made.id,
      );
      return { status: 201, body: toDecisionOut(newest!) };
    });
  });
}
