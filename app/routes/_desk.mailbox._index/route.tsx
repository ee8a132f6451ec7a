import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { listMailbox } from '#app/platform/mailbox.store.server.ts';

const PAGE = 50;

export const meta: MetaFunction = () => [{ title: 'Mailbox · Rolecall' }];

/** What was sent while no mail server is set: an admin sees it, because the letters hold links. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const before = fromSlug('message', new URL(request.url).searchParams.get('before') ?? undefined);
  const lines = await listMailbox(context.house.db, workspace, PAGE + 1, before ?? undefined);
  const shown = lines.slice(0, PAGE).map((line) => ({ ...line, slug: toSlug('message', line.id) }));
  const older = lines.length > PAGE ? shown.at(-1)!.slug : null;
  return {
    lines: shown,
    older,
    isPaged: before !== null,
    keepsMail: context.house.env.smtpUrl === 'mailbox:',
  };
}

export { MailboxPage as default } from './page.tsx';
