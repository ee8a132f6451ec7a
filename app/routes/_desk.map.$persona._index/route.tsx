import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { moveMoment } from '#app/audience/moment/move-moment.server.ts';
import { readMap } from '#app/committee/map/read-map.server.ts';
import { readMetPeople } from '#app/committee/map/read-met-people.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { toColumn } from './column.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.persona.plural} · Map` : 'Map'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db } = context.house;
  const personaId = params.persona ?? '';
  const map = await readMap(db, workspace, personaId, await readThresholds(db, workspace));
  if (!map) throw new Response('There is no such persona.', { status: 404 });
  const { columns, closed, requirements, ...rest } = map;
  const mayEdit = DESK.includes(member.permission);
  const search = new URL(request.url).searchParams;
  const after = fromSlug('person', search.get('after') ?? undefined);
  // An executive reads what a persona tries and feels; who did what when is for those who act on it.
  const met = mayEdit ? await readMetPeople(db, workspace, { personaId, after }) : null;
  return {
    ...rest,
    requirements: mayEdit ? requirements : { ...requirements, evidence: '' },
    columns: columns.map((column) => toColumn(column, mayEdit)),
    closed: closed.map(({ id, name, closedAt }) => ({ slug: toSlug('moment', id), name, closedAt })),
    people: met?.people.map(({ personId, at, ...line }) => ({
      ...{ ...line, slug: toSlug('person', personId) },
      at: columns.map(({ moment }) => at.get(moment.id) ?? 0),
    })),
    isPaged: after !== null,
    next: met?.next ? toSlug('person', met.next) : null,
    mayEdit,
  };
}

/** A moment and its neighbour change places. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const personaId = params.persona ?? '';
  const slug = String(form.get('moment') ?? '');
  const towards = form.get('towards') === 'first' ? 'first' : 'last';
  const momentId = fromSlug('moment', slug);
  const moved = momentId && (await moveMoment(context.house, workspace, { momentId, personaId, towards }));
  if (!moved || moved.kind === 'not_found')
    throw new Response('There is no such moment on this map.', { status: 404 });
  throw redirect(`/map/${personaId}#${slug}`, 303);
}

export { MapPage as default } from './page.tsx';
