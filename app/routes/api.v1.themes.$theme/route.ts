import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readTheme } from '#app/results/theme/list-themes.server.ts';
import { ThemeChangeIn, toThemeOut } from '#app/results/theme/wire/theme-wire.ts';
import { changeByWire } from './change-by-wire.server.ts';

const NOTHING = 'such theme';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'responses:read');
    const id = fromSlug('theme', params.theme);
    const theme = id ? await readTheme(context.house.db, workspace, id) : null;
    return theme ? { status: 200, body: toThemeOut(theme) } : saying(notFound(NOTHING));
  });
}

/** Words a theme anew, closes it or opens it again, or merges it into another one. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'responses:write');
    const sent = await readJson(request);
    const change = parseBody(ThemeChangeIn, sent.value);
    const id = fromSlug('theme', params.theme);
    if (!id) return saying(notFound(NOTHING));
    return once(house, workspace, request, sent, async () => {
      const problem = await changeByWire(house, workspace, { id, change, actor });
      if (problem) return saying(problem);
      return { status: 200, body: toThemeOut((await readTheme(house.db, workspace, id))!) };
    });
  });
}
