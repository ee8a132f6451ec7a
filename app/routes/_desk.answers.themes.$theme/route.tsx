import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { listThemes, readTheme } from '#app/results/theme/list-themes.server.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.theme.name ?? 'A theme'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const themes = await listThemes(context.house.db, workspace);
  const theme = themes.find(({ id }) => id === fromSlug('theme', params.theme));
  if (!theme) throw notFound();
  const { name, definition, closedAt, mergedInto } = theme;
  const into = themes.find(({ id }) => id === mergedInto);
  return {
    theme: { slug: params.theme!, name, definition, isClosed: closedAt !== null },
    mergedInto: into ? { slug: toSlug('theme', into.id), name: into.name } : null,
    others: themes
      .filter((one) => one.closedAt === null && one.id !== theme.id)
      .map((one) => ({ value: toSlug('theme', one.id), label: one.name })),
    done: new URL(request.url).searchParams.has('done'),
  };
}

/** Words a theme anew, closes it, opens it again, or merges it into another one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const themeId = fromSlug('theme', params.theme);
  if (!themeId || !(await readTheme(context.house.db, workspace, themeId))) throw notFound();
  const form = await request.formData();
  const acted = await act(context.house, workspace, { themeId, form, actor: member.id });
  if (acted.kind === 'not_found') throw notFound();
  if (acted.kind === 'faulty') return data(acted, { status: 422 });
  throw redirect(`/answers/themes/${toSlug('theme', acted.themeId)}?done`, 303);
}

function notFound(): Response {
  return new Response('There is no such theme.', { status: 404 });
}

export { ThemePage as default } from './page.tsx';
