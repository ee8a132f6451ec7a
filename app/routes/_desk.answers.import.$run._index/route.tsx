import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { readAnswerImport } from '#app/answering/import/read-answer-import.server.ts';
import { ANSWER_TARGET_LABELS, ANSWER_TARGETS } from '#app/audience/import/answer-columns.ts';
import { timeLeft } from '#app/audience/import/import-run.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Import ${data?.fileName ?? 'past answers'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const importId = fromSlug('import', params.run);
  const after = Number(new URL(request.url).searchParams.get('after')) || 0;
  const page = importId ? await readAnswerImport(db, workspace, { importId, after }) : null;
  if (!page) throw notFound();
  const { found, ...rest } = page;
  const { choices } = found;
  return {
    ...found,
    ...rest,
    after,
    slug: toSlug('import', found.id),
    waveSlug: choices.waveId && toSlug('wave', choices.waveId),
    left: timeLeft(found, clock.now()),
    targets: ANSWER_TARGETS.map((value) => ({ value, label: ANSWER_TARGET_LABELS[value] })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const importId = fromSlug('import', params.run);
  if (!importId) throw notFound();
  const form = await request.formData();
  const acted = await act(context.house, workspace, { importId, actor: member.id, form });
  if (acted?.kind === 'not_found') throw notFound();
  if (acted) return data(acted, { status: 422 });
  throw redirect(`/answers/import/${toSlug('import', importId)}`, 303);
}

function notFound(): Response {
  return new Response('There is no such import.', { status: 404 });
}

export { AnswerImportPage as default } from './page.tsx';
