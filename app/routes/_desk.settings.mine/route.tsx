import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listAway } from '#app/followup/away/list-away.server.ts';
import { readQueueMail } from '#app/followup/queue-mail/read-queue-mail.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'Yours · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const { today, away, members } = await listAway(db, workspace, clock.now());
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? 'a member who is gone';
  return {
    today,
    away: away.flatMap(({ id, memberId, deputyId, fromDay, toDay }) =>
      memberId === member.id
        ? [{ slug: toSlug('away', id), fromDay, toDay, deputyName: nameOf(deputyId) }]
        : [],
    ),
    members: members.flatMap(({ id, name }) =>
      id === member.id ? [] : [{ value: toSlug('member', id), label: name }],
    ),
    mail: await readQueueMail(db, workspace, member.id),
    saved: new URL(request.url).searchParams.has('saved'),
  };
}

/** A member says when they are out of office, that they are back, or whether they want their queue by mail. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const acted = await act(context.house, workspace, { form, memberId: member.id });
  if (acted) return data(acted, { status: 422 });
  throw redirect('/settings/mine?saved', 303);
}

export { OwnSettingsPage as default } from './page.tsx';
