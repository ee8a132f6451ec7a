import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listRules } from '#app/followup/rule/list-rules.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Rules of ${page?.programme.name ?? 'a programme'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const programmeId = fromSlug('programme', params.programme);
  const page = programmeId ? await listRules(context.house.db, workspace, programmeId) : null;
  if (!page) throw notFound();
  const { programme, rules, personas, questions, members, themes } = page;
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return {
    programme: { name: programme.name, confidentiality: programme.confidentiality },
    slug: params.programme!,
    rules: rules.map(({ id, personaId, when, what, hours, isOn, ownerId }) => ({
      ...{ personaId, when, what, hours, isOn, slug: toSlug('rule', id) },
      ownerName: ownerId ? (names.get(ownerId) ?? null) : null,
    })),
    personas,
    questions: questions.map(({ surveyId, key, ...question }) => ({
      ...{ ...question, value: `${toSlug('survey', surveyId)}|${key}` },
    })),
    members: members.map(({ id, name }) => ({ value: toSlug('member', id), label: name })),
    themes: themes.map(({ id, name }) => ({ value: toSlug('theme', id), label: name })),
    done: new URL(request.url).searchParams.get('done'),
  };
}

/** Makes a rule, or switches one on or off. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const programmeId = fromSlug('programme', params.programme);
  if (!programmeId || !(await listRules(context.house.db, workspace, programmeId))) throw notFound();
  const form = await request.formData();
  const acted = await act(context.house, workspace, { programmeId, form, actor: member.id });
  if (acted.kind === 'faulty') return data(acted, { status: 422 });
  if (acted.kind === 'not_found') throw notFound();
  throw redirect(`/programmes/${params.programme}/rules?done=${acted.did}`, 303);
}

function notFound(): Response {
  return new Response('There is no such programme, or it asks nobody.', { status: 404 });
}

export { RulesPage as default } from './page.tsx';
