import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { readMoment } from '#app/audience/moment/read-moment.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { listLinkable } from '#app/survey/moment/list-linkable.server.ts';
import { listLinks } from '#app/survey/moment/list-links.server.ts';
import { linkKey } from '#app/survey/moment/moment-question.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.moment.name ?? 'A moment'} · Map · Rolecall` },
];

const GONE = 'There is no such moment on this map, or it is closed.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const moment = await readMoment(db, workspace, fromSlug('moment', params.moment) ?? '');
  if (!moment || moment.personaId !== params.persona || moment.closedAt !== null)
    throw new Response(GONE, { status: 404 });
  const persona = (await readPersonas(db, workspace)).find(({ id }) => id === moment.personaId)!;
  const linked = (await listLinks(db, workspace, persona.id)).get(moment.id) ?? [];
  const linkable = await listLinkable(db, workspace, persona.id);
  return {
    persona,
    moment,
    questions: linkable.map((one) => ({ ...one, value: linkKey(one) })),
    linked: linked.map(linkKey),
  };
}

/** Words it anew, says which questions are about it, or takes it off the map. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const momentId = fromSlug('moment', params.moment) ?? '';
  const moment = await readMoment(context.house.db, workspace, momentId);
  if (moment?.personaId !== params.persona) throw new Response(GONE, { status: 404 });
  const form = await request.formData();
  const acted = await act(context.house, workspace, { momentId, form, actor: member.id });
  if (acted?.kind === 'not_found') throw new Response(GONE, { status: 404 });
  if (acted) return data(acted, { status: 422 });
  throw redirect(`/map/${params.persona}#${params.moment}`, 303);
}

export { MomentPage as default } from './page.tsx';
