import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';
import { createTheme } from '#app/results/theme/create-theme.server.ts';
import { listThemes } from '#app/results/theme/list-themes.server.ts';
import { ThemeForm } from '#app/results/theme/theme.ts';

export const meta: MetaFunction = () => [{ title: 'Themes · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const themes = await listThemes(context.house.db, workspace);
  const nameOf = new Map(themes.map(({ id, name }) => [id, name]));
  return {
    themes: themes.map(({ id, name, definition, closedAt, mergedInto }) => ({
      ...{ name, definition, isClosed: closedAt !== null, slug: toSlug('theme', id) },
      mergedInto: mergedInto && (nameOf.get(mergedInto) ?? null),
    })),
  };
}

/** Names a new theme. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const read = readForm(form, ThemeForm);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const created = await createTheme(context.house, workspace, { ...read.input, actor: member.id });
  if (created.kind === 'named_before')
    return data(faultyForm(form, { name: 'There is an open theme of this name.' }), { status: 422 });
  throw redirect('/answers/themes', 303);
}

export { ThemesPage as default } from './page.tsx';
