import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isLeaveLink } from '#app/overview/digest/is-leave-link.server.ts';
import { leaveDigest } from '#app/overview/digest/leave-digest.server.ts';

export const meta: MetaFunction = () => [
  { title: 'Monday mail · Rolecall' },
  { name: 'robots', content: 'noindex, nofollow' },
];

export const handle = { noScript: true };

const GONE = 'This link ends nobody’s mail. Your own is under Overview, Monday mail.';

/** Opening the link changes nothing: programs that scan mail open it too. */
export async function loader({ params, context: { house } }: LoaderFunctionArgs) {
  if (!isLeaveLink(house, params.token ?? '')) throw new Response(GONE, { status: 404 });
  return null;
}

/** One press, here or in the mail program (RFC 8058). Whoever holds the mail may press. */
export async function action({ params, context: { house } }: ActionFunctionArgs) {
  if (!(await leaveDigest(house, params.token ?? ''))) throw new Response(GONE, { status: 404 });
  return { isOver: true };
}

export { LeavePage as default } from './page.tsx';
