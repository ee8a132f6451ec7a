import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { faultyForm } from '#app/platform/read-form.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { showBrakes } from '#app/programme/told/show-brakes.server.ts';
import { laneChoices, readLanes } from '#app/programme/wave/chosen-lanes.ts';
import { listAskable } from '#app/programme/wave/list-askable.server.ts';
import { copyAddress } from '#app/programme/wave/question-set-mismatch.ts';
import { NewWave } from '#app/programme/wave/wave.ts';

export const meta: MetaFunction = () => [{ title: 'New send · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const asking = (await listProgrammes(db, workspace)).filter(
    ({ origin, state }) => origin === 'asked' && state !== 'shut' && state !== 'paused',
  );
  const wanted = fromSlug('programme', new URL(request.url).searchParams.get('programme') ?? undefined);
  const programme = asking.find(({ id }) => id === wanted) ?? (asking.length === 1 ? asking[0] : undefined);
  const versions = programme ? await listAskable(db, workspace, programme.id) : [];
  return {
    programmes: asking.map(({ id, name }) => ({ value: toSlug('programme', id), label: name })),
    programme: programme ? { name: programme.name, slug: toSlug('programme', programme.id) } : null,
    brakes: programme
      ? await showBrakes(context.house, workspace, { id: null, programmeId: programme.id })
      : [],
    lanes: laneChoices(await readPersonas(db, workspace), versions),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const programmeId = fromSlug('programme', String(form.get('programme') ?? '')) ?? '';
  const wave = NewWave.safeParse({
    programmeId,
    name: String(form.get('name') ?? ''),
    lanes: readLanes(form),
  });
  if (!wave.success) {
    const faults = wave.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    return data(faultyForm(form, Object.fromEntries(faults)), { status: 422 });
  }
  const created = await createWave(context.house, workspace, { ...wave.data, actor: member.id });
  switch (created.kind) {
    case 'created':
      throw redirect(`/sends/${toSlug('wave', created.id)}`, 303);
    case 'refused':
      return data(
        { ...faultyForm(form, { lanes: created.message }), copyTo: copyAddress(created) },
        { status: created.status },
      );
    case 'unknown_programme':
    case 'unknown_version':
      throw new Response('There is no such programme, or no such version in it.', { status: 404 });
    default:
      return created satisfies never;
  }
}

export { NewSendPage as default } from './page.tsx';
