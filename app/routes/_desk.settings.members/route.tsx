import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listStranded } from '#app/followup/queue/list-stranded.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { listMembers } from '#app/membership/members/list-members.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { actOnMember, inviteFromForm } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'Members · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const members = await listMembers(context.house.db, workspace);
  const stranded = await listStranded(context.house.db, workspace);
  const left = new Map(stranded.map(({ id, followUps }) => [id, followUps]));
  return {
    said: new URL(request.url).searchParams.get('said'),
    members: members.map(({ id, ...shown }) => ({
      ...shown,
      slug: toSlug('member', id),
      isYou: id === member.id,
      followUpsLeft: left.get(id) ?? 0,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const form = await request.formData();
  if (form.get('intent') === 'invite') {
    const invited = await inviteFromForm(context.house, workspace, member, form);
    if (invited.kind === 'faulty') return data(invited, { status: 422 });
    throw redirect(`/settings/members?said=${invited.said}`, 303);
  }
  const memberId = fromSlug('member', String(form.get('member')));
  const said =
    memberId && (await actOnMember(context.house, workspace, { memberId, actor: member.id, form }));
  if (!said) throw new Response(null, { status: 404 });
  throw redirect(`/settings/members?said=${said}`, 303);
}

export { MembersPage as default } from './page.tsx';
