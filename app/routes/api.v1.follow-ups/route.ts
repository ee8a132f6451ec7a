import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { openFollowUp } from '#app/followup/open-follow-up.server.ts';
import { pageFollowUps } from '#app/followup/queue/page-follow-ups.server.ts';
import { explainOpening } from '#app/followup/wire/explain-follow-up.server.ts';
import { FollowUpIn, FollowUpListQuery, toFollowUpOut } from '#app/followup/wire/follow-up-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { toPage } from '#app/platform/wire/page.ts';

/** Working hours until it is due, where the body does not say. */
const HOURS = 8;

/** What is to be done about what was said. What was answered is in no line of it. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'followups:read');
    const { cursor: after, limit, ...asked } = readQuery(request, FollowUpListQuery);
    const { state, persona: personaId, programme: programmeId, owner: ownerId } = asked;
    const { account: accountId, person: personId, theme: themeId } = asked;
    const filter = { state, personaId, programmeId, ownerId, accountId, personId, themeId };
    const rows = await pageFollowUps(context.house.db, workspace, { after, limit, filter });
    return { status: 200, body: toPage('followUp', rows, limit, toFollowUpOut) };
  });
}

/** Opens a follow-up about one persona. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'followups:write');
    const sent = await readJson(request);
    const {
      what,
      due_at,
      persona: personaId,
      programme: programmeId,
      ...of
    } = parseBody(FollowUpIn, sent.value);
    const due = due_at === undefined ? { hours: HOURS } : { at: due_at };
    return once(house, workspace, request, sent, async () => {
      const about = { waveId: of.wave ?? null, accountId: of.account ?? null, personId: of.person ?? null };
      const opening = {
        ...about,
        responseId: of.response ?? null,
        ownerId: of.owner ?? null,
        themeId: of.theme,
      };
      const opened = await openFollowUp(house, workspace, {
        ...opening,
        what,
        personaId,
        programmeId,
        due,
        actor,
      });
      if (opened.kind !== 'opened') return saying(explainOpening(opened));
      const [row] = await pageFollowUps(house.db, workspace, { id: opened.id });
      return { status: 201, body: toFollowUpOut(row!) };
    });
  });
}
