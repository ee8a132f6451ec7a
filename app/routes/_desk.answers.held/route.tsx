import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { readHeldQuery } from '#app/answering/held/held-query.ts';
import { type HeldLine, listHeld } from '#app/answering/held/list-held.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { decide } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'Held answers · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const search = new URL(request.url).searchParams;
  const query = readHeldQuery(search, fromSlug);
  const { held, waves, moreAfter, ...rest } = await listHeld(context.house.db, workspace, query);
  const { waveId, personaId, ...filter } = query.filter;
  return {
    ...rest,
    held: held.map(toShown),
    waves: waves.map(({ id, name, programmeName }) => ({
      value: toSlug('wave', id),
      label: `${name}, ${programmeName}`,
    })),
    filter: { ...filter, wave: waveId ? toSlug('wave', waveId) : '', persona: personaId ?? '' },
    isPaged: query.after !== undefined,
    next: moreAfter && toSlug('held', moreAfter),
    done: search.get('done'),
  };
}

/** No id of a person, a wave or a member leaves with a line: it is shown and decided on, and leads nowhere. */
function toShown({ id, hint, ...line }: HeldLine) {
  const { reason, receivedAt, personaId, accountName, waveName, confidentiality } = line;
  const { why, name, email, answers, decision, decidedAt, decisionReason, decidedByName } = line;
  return {
    ...{ reason, receivedAt, personaId, accountName, waveName, confidentiality, why, name, email, answers },
    ...{ decision, decidedAt, decisionReason, decidedByName },
    slug: toSlug('held', id),
    hint: hint && { kind: hint.kind, name: hint.name },
  };
}

/** A member releases one held response or discards it, each with a reason. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const acted = await decide(context.house, workspace, { form, actor: member.id });
  switch (acted.kind) {
    case 'done': {
      const { searchParams } = new URL(request.url);
      searchParams.set('done', acted.did);
      throw redirect(`/answers/held?${searchParams}`, 303);
    }
    case 'not_found':
      throw new Response('There is no such held answer.', { status: 404 });
    case 'refused':
      return data(acted, { status: 422 });
    default:
      return acted satisfies never;
  }
}

export { HeldPage as default } from './page.tsx';
