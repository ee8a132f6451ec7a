import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { countHeld } from '#app/answering/held/count-held.server.ts';
import { readOver } from '#app/answering/shared/read-over.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readSharedLink } from '#app/programme/shared-link/read-shared-link.server.ts';
import { countPeople } from '#app/results/count-people.server.ts';
import { actOnLink } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.link.place ?? 'Link'} · Rolecall` },
];

const GONE = 'There is no such link.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { house } = context;
  const waveId = fromSlug('wave', params.wave);
  const found = waveId ? await readSharedLink(house, workspace, waveId) : null;
  if (!waveId || !found) throw new Response(GONE, { status: 404 });
  const heardOf = await countPeople(house.db, workspace, waveId);
  const waiting = (await countHeld(house.db, workspace, waveId)).byPersona;
  return {
    slug: params.wave!,
    link: found.link,
    programmeSlug: toSlug('programme', found.link.programmeId),
    address: found.address,
    over: await readOver(house.db, workspace, found.link.id),
    lanes: found.lanes.map(({ persona, lane: { surveyName, number, surveyId } }) => ({
      persona,
      survey: { name: `${surveyName}, v${number}`, slug: toSlug('survey', surveyId) },
      counted: heardOf(persona.id),
      waiting: waiting.get(persona.id) ?? 0,
    })),
  };
}

/** Renews or stops the address, or closes the wave. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const waveId = fromSlug('wave', params.wave);
  if (!waveId) throw new Response(GONE, { status: 404 });
  const intent = String((await request.formData()).get('intent'));
  const outcome = await actOnLink(context.house, workspace, { waveId, intent, actor: member.id });
  if (outcome.kind === 'unknown') throw new Response(GONE, { status: 404 });
  if (outcome.kind === 'said') return data(outcome, { status: outcome.status });
  throw redirect(new URL(request.url).pathname, 303);
}

export { SharedLinkPage as default } from './page.tsx';
