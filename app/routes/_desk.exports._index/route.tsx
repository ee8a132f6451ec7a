import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { exportTimeLeft, sizeInWords } from '#app/results/export/export-job.ts';
import { listExportable } from '#app/results/export/list-exportable.server.ts';
import { type ListedExport, listExports } from '#app/results/export/list-exports.server.ts';
import { act } from './acts.server.ts';
import { mayOrder } from './orders.ts';

export const meta: MetaFunction = () => [{ title: 'Exports · Rolecall' }];

const SHOWN = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { db, clock } = context.house;
  const exports = await listExports(db, workspace, { actor: member.id, limit: SHOWN });
  const search = new URL(request.url).searchParams;
  return {
    exports: exports.map((job) => toShown(job, clock.now())),
    programmes: (await listExportable(db, workspace)).map(({ id, name, waves }) => ({
      ...{ value: toSlug('programme', id), name },
      waves: waves.map((wave) => ({ value: toSlug('wave', wave.id), name: wave.name })),
    })),
    mayHaveRows: mayOrder(member.permission, 'rows'),
    of: search.get('of') ?? '',
    said: search.get('said'),
  };
}

function toShown(job: ListedExport, now: number) {
  const { what, format, programmeName, waveName, state, orderedAt, expiresAt, failure } = job;
  return {
    ...{ what, format, programmeName, waveName, state, orderedAt, expiresAt, failure },
    ...{ rowsDone: job.rowsDone, rowsTotal: job.rowsTotal, left: exportTimeLeft(job, now) },
    slug: toSlug('export', job.id),
    files: job.files.map(({ number, name, rows, size }) => ({ number, name, rows, size: sizeInWords(size) })),
  };
}

/** Orders an export, or ends one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const form = await request.formData();
  const acted = await act(context.house, workspace, { form, member });
  switch (acted.kind) {
    case 'done':
      throw redirect(`/exports?said=${acted.said}`, 303);
    case 'not_theirs':
      throw new Response(null, { status: 403 });
    case 'not_found':
      throw new Response('There is no such export.', { status: 404 });
    case 'faulty':
    case 'refused':
      return data(acted, { status: 422 });
    default:
      return acted satisfies never;
  }
}

export { ExportsPage as default } from './page.tsx';
