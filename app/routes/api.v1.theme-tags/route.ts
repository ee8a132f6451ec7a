import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { problemOf } from '#app/platform/wire/problem.ts';
import { pageTags } from '#app/results/theme/page-tags.server.ts';
import { tagByWire } from '#app/results/theme/wire/tag-by-wire.server.ts';
import { TagListQuery, TagsIn, toTagOut } from '#app/results/theme/wire/tag-wire.ts';
import { THEME_PROBLEMS } from '#app/results/theme/wire/theme-problems.ts';

/** Which answers of one persona raise which themes: those confirmed, or those a machine suggested. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'responses:read');
    const { wave: waveId, persona: personaId, theme, cursor, ...of } = readQuery(request, TagListQuery);
    const lane = { waveId, personaId };
    const page = await pageTags(context.house.reading, workspace, lane, {
      ...of,
      themeId: theme,
      after: cursor,
    });
    if (page.kind === 'unknown') return saying(notFound('such persona in such a wave'));
    if (page.kind === 'in_confidence') {
      const { meaning } = THEME_PROBLEMS.THEMES_IN_CONFIDENCE;
      return saying(problemOf(THEME_PROBLEMS, 'THEMES_IN_CONFIDENCE', meaning));
    }
    const data = page.tags.map((tag) => toTagOut(tag, lane));
    return { status: 200, body: { data, next_cursor: page.next && toSlug('response', page.next) } };
  });
}

/** Tags answers of one persona with a theme: all of them, or none. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'responses:write');
    const sent = await readJson(request);
    const body = parseBody(TagsIn, sent.value);
    return once(house, workspace, request, sent, async () => {
      const tagged = await tagByWire(house, workspace, { ...body, actor });
      return 'status' in tagged ? saying(tagged) : { status: 201, body: tagged };
    });
  });
}
