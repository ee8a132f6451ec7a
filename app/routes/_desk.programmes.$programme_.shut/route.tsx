import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readForm } from '#app/platform/read-form.ts';
import { readProgramme } from '#app/programme/read-programme.server.ts';
import { shutProgramme } from '#app/programme/shut-programme.server.ts';
import { veiled } from '#app/programme/told/debt.ts';
import { readDebts } from '#app/programme/told/read-debts.server.ts';
import { ShutForm } from '#app/programme/told/shut-form.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Shut ${data?.programme.name ?? 'a programme'} · Rolecall` },
];

const GONE = 'There is no such programme.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const id = fromSlug('programme', params.programme);
  const found = id ? await readProgramme(db, workspace, id) : null;
  if (!id || found?.programme.origin !== 'asked') throw new Response(GONE, { status: 404 });
  const debts = (await readDebts(db, workspace, { programmeId: id, now: clock.now() })).map(veiled);
  return {
    programme: { name: found.programme.name, state: found.programme.state, slug: params.programme! },
    openWaves: found.waves.filter(({ state }) => state === 'open').map(({ name }) => name),
    owing: debts.filter(({ owed }) => owed > 0),
  };
}

/** Shuts it for good, and tells whoever is owed an answer. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { house } = context;
  const programmeId = fromSlug('programme', params.programme) ?? '';
  // Whose programme it is comes first: a form tells nobody of a programme that is another's.
  if (!(await readProgramme(house.db, workspace, programmeId))) throw new Response(GONE, { status: 404 });
  const read = readForm(await request.formData(), ShutForm);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const { reason, ...note } = read.input;
  const shutting = { programmeId, reason, note, actor: member.id };
  const shut = await shutProgramme(house, workspace, shutting, endWithWave);
  if (shut.kind === 'unknown') throw new Response(GONE, { status: 404 });
  if (shut.kind === 'shut' && shut.told > 0) house.wakeSender();
  throw redirect(`/programmes/${params.programme}`, 303);
}

export { ShutPage as default } from './page.tsx';
