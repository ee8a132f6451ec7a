import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { BrandForm } from '#app/programme/brand/brand.ts';
import { readBrand } from '#app/programme/brand/read-brand.server.ts';
import { saveBrand } from '#app/programme/brand/save-brand.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The mail of ${data?.brand.programmeName ?? 'a programme'} · Rolecall` },
];

const NO_PROGRAMME = 'There is no such programme.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, workspaceName } = await requireMember(request, context, DESK);
  const { brand } = await openBrand(context, workspace, params.programme);
  const saved = new URL(request.url).searchParams.has('saved');
  return { brand, workspaceName, mailFrom: context.house.env.mailFrom, slug: params.programme!, saved };
}

async function openBrand({ house }: AppLoadContext, workspace: Workspace, slug: string | undefined) {
  const programmeId = fromSlug('programme', slug);
  const brand = programmeId ? await readBrand(house.db, workspace, programmeId) : null;
  // What was answered elsewhere is never mailed from here.
  if (!programmeId || !brand || brand.origin === 'imported')
    throw new Response(NO_PROGRAMME, { status: 404 });
  return { programmeId, brand };
}

/** Keeps all of the form or none of it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { programmeId } = await openBrand(context, workspace, params.programme);
  const form = await request.formData();
  const read = readForm(form, BrandForm);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const logo = await logoOf(form);
  const saved = await saveBrand(context.house, workspace, {
    ...{ ...read.input, programmeId, actor: member.id, logo },
  });
  if (saved.kind === 'unknown') throw new Response(NO_PROGRAMME, { status: 404 });
  if (saved.kind === 'refused_logo') return data(faultyForm(form, { logo: saved.message }), { status: 422 });
  throw redirect(`/programmes/${params.programme}/mail?saved`, 303);
}

/** A browser sends a field for files without a file as one without a name and bytes. */
async function logoOf(form: FormData): Promise<Uint8Array | 'keep' | 'remove'> {
  const file = form.get('logo');
  if (file instanceof File && (file.size > 0 || file.name !== ''))
    return new Uint8Array(await file.arrayBuffer());
  return form.has('removeLogo') ? 'remove' : 'keep';
}

export { ProgrammeMailPage as default } from './page.tsx';
