import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { noteApart } from '#app/overview/compare/note-apart.server.ts';
import { readPair } from '#app/overview/compare/read-pair.server.ts';
import { askedPage, pageQuery } from '#app/overview/page/asked-page.ts';
import { listShares } from '#app/overview/share/list-shares.server.ts';
import { shareStateOf } from '#app/overview/share/share.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'Shared pages · Overview · Rolecall' }];

/** The links that are out, and what a new one would open. Admins read when each was opened. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const isAdmin = member.permission === 'admin';
  const read = await readPair(db, workspace, askedPage(request.url, fromSlug));
  if (read.kind === 'unknown_wave') throw new Response('There is no such wave.', { status: 404 });
  if (read.kind === 'apart') await noteApart(context.house, workspace, member.id);
  const now = clock.now();
  const pair = read.kind === 'pair' ? read : null;
  const shares = (await listShares(db, workspace, { now, withLog: isAdmin })).map(
    ({ id, waveId, withId, ...share }) => ({
      ...share,
      slug: toSlug('share', id),
      state: shareStateOf(share, now),
      to: `/overview${pageQuery(toSlug('wave', waveId), withId ? toSlug('wave', withId) : '')}`,
    }),
  );
  return {
    isAdmin,
    shares,
    apart: read.kind === 'apart' ? read.message : null,
    subject: pair && {
      waveName: pair.wave.name,
      againstName: pair.against?.name ?? null,
      wave: toSlug('wave', pair.wave.id),
      with: pair.against ? toSlug('wave', pair.against.id) : '',
      mayName: pair.wave.confidentiality === 'attributed',
    },
  };
}

/** Makes a link, or ends one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const acted = await act(context.house, workspace, { form, memberId: member.id });
  switch (acted.kind) {
    case 'created':
      return acted;
    case 'revoked':
      throw redirect('/overview/shares', 303);
    case 'unknown':
      throw new Response('There is no such wave.', { status: 404 });
    case 'faulty':
      return data(acted, { status: 422 });
    default:
      return acted satisfies never;
  }
}

export { SharesPage as default } from './page.tsx';
