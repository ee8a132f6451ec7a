import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { digestSubject, digestText } from '#app/overview/digest/digest.ts';
import { readDigest } from '#app/overview/digest/read-digest.server.ts';
import { readWish } from '#app/overview/digest/read-wish.server.ts';
import { saveWish } from '#app/overview/digest/save-wish.server.ts';

export const meta: MetaFunction = () => [{ title: 'Monday mail · Overview · Rolecall' }];

/** What a member settled about their own Monday mail, and what it would say now. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { house } = context;
  const parts = await readDigest(house, workspace);
  const settingsUrl = new URL('/overview/monday', house.env.publicUrl).href;
  return {
    wish: await readWish(house.db, workspace, member.id),
    preview:
      parts.length === 0
        ? null
        : {
            to: `${member.name}, ${member.email}`,
            subject: digestSubject(parts),
            text: digestText(parts, { settingsUrl, leaveUrl: settingsUrl }),
          },
    saved: new URL(request.url).searchParams.has('saved'),
  };
}

const NO_ZONE = 'Write a zone as “Europe/Lisbon”, or leave it empty for the workspace’s.';

/** A member settles it for themselves alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const form = await request.formData();
  const zone = String(form.get('zone') ?? '');
  const isOn = form.get('mail') === 'yes';
  const saved = await saveWish(context.house, workspace, { memberId: member.id, isOn, zone });
  if (saved.kind === 'unknown_zone') return data({ fault: NO_ZONE, zone, isOn }, { status: 422 });
  throw redirect('/overview/monday?saved', 303);
}

export { MondayPage as default } from './page.tsx';
