import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { timeLeft } from '#app/audience/import/import-run.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Import ${data?.fileName ?? 'people'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const importId = fromSlug('import', params.run);
  const search = new URL(request.url).searchParams;
  const after = Number(search.get('after')) || 0;
  const page = importId ? await readImport(db, workspace, { importId, after }) : null;
  if (!page) throw notFound();
  const { run, ...rest } = page;
  const view = { ...run, ...rest, after, change: search.get('change'), left: timeLeft(run, clock.now()) };
  return { ...view, slug: toSlug('import', run.id) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const importId = fromSlug('import', params.run);
  if (!importId) throw notFound();
  const form = await request.formData();
  const acted = await act(context.house, workspace, { importId, actor: member.id, form });
  if (acted?.kind === 'not_found') throw notFound();
  if (acted) return data(acted, { status: 422 });
  throw redirect(`/people/import/${toSlug('import', importId)}`, 303);
}

function notFound(): Response {
  return new Response('There is no such import.', { status: 404 });
}

export { PeopleImportPage as default } from './page.tsx';
