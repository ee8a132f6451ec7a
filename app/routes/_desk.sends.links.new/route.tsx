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
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { createSharedLink } from '#app/programme/shared-link/create-shared-link.server.ts';
import { NewSharedLink } from '#app/programme/shared-link/shared-link.ts';
import { laneChoices, readLanes } from '#app/programme/wave/chosen-lanes.ts';
import { listAskable } from '#app/programme/wave/list-askable.server.ts';
import { copyAddress } from '#app/programme/wave/question-set-mismatch.ts';

export const meta: MetaFunction = () => [{ title: 'New link · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const asking = (await listProgrammes(db, workspace)).filter(
    ({ origin, state }) => origin === 'asked' && (state === 'draft' || state === 'live'),
  );
  const wanted = fromSlug('programme', new URL(request.url).searchParams.get('programme') ?? undefined);
  const programme = asking.find(({ id }) => id === wanted) ?? (asking.length === 1 ? asking[0] : undefined);
  const versions = programme ? await listAskable(db, workspace, programme.id) : [];
  return {
    programmes: asking.map(({ id, name }) => ({ value: toSlug('programme', id), label: name })),
    programme: programme && {
      name: programme.name,
      slug: toSlug('programme', programme.id),
      isAttributed: programme.confidentiality === 'attributed',
    },
    lanes: laneChoices(await readPersonas(db, workspace), versions),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const link = NewSharedLink.safeParse({
    programmeId: fromSlug('programme', String(form.get('programme') ?? '')) ?? '',
    place: String(form.get('place') ?? ''),
    lanes: readLanes(form),
    onePerDevice: form.has('onePerDevice'),
  });
  if (!link.success) {
    const faults = link.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    return data(faultyForm(form, Object.fromEntries(faults)), { status: 422 });
  }
  const created = await createSharedLink(context.house, workspace, { ...link.data, actor: member.id });
  switch (created.kind) {
    case 'created':
      throw redirect(`/sends/links/${toSlug('wave', created.waveId)}`, 303);
    case 'refused': {
      const faulty = faultyForm(form, { lanes: created.message });
      return data({ ...faulty, copyTo: copyAddress(created) }, { status: created.status });
    }
    case 'closed_persona': {
      const sentence =
        'One of these personas was closed meanwhile. Nobody can say that they are one any more.';
      return data(faultyForm(form, { lanes: sentence }), { status: 409 });
    }
    case 'unknown_programme':
    case 'unknown_version':
      throw new Response('There is no such programme, or no such version in it.', { status: 404 });
    default:
      return created satisfies never;
  }
}

export { NewLinkPage as default } from './page.tsx';
