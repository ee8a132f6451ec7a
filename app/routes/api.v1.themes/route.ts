import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { problemOf } from '#app/platform/wire/problem.ts';
import { createTheme } from '#app/results/theme/create-theme.server.ts';
import { listThemes, readTheme } from '#app/results/theme/list-themes.server.ts';
import { THEME_PROBLEMS } from '#app/results/theme/wire/theme-problems.ts';
import { ThemeIn, toThemeOut } from '#app/results/theme/wire/theme-wire.ts';

/** Every theme by name, closed ones too. Who raises one is counted persona by persona, elsewhere. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'responses:read');
    const themes = await listThemes(context.house.db, workspace);
    return { status: 200, body: { data: themes.map(toThemeOut) } };
  });
}

/** Names a new theme. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'responses:write');
    const sent = await readJson(request);
    const theme = parseBody(ThemeIn, sent.value);
    return once(house, workspace, request, sent, async () => {
      const created = await createTheme(house, workspace, { ...theme, actor });
      if (created.kind === 'named_before')
        return saying(problemOf(THEME_PROBLEMS, 'THEME_NAMED', THEME_PROBLEMS.THEME_NAMED.meaning));
      return { status: 201, body: toThemeOut((await readTheme(house.db, workspace, created.id))!) };
    });
  });
}
