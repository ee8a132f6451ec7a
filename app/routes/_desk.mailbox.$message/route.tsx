import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { MAIL_LOOKS, type MailLook } from '#app/delivery/mail-document.ts';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { findMailboxMessage } from '#app/platform/mailbox.store.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.subject ?? 'Letter'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const id = fromSlug('message', params.message);
  const found = id ? await findMailboxMessage(context.house.db, workspace, id) : undefined;
  if (!found) throw new Response('There is no such letter.', { status: 404 });
  const { bytes, ...letter } = found;
  const { text, html } = readLetter(Buffer.from(bytes));
  const asked = new URL(request.url).searchParams.get('look');
  const look: MailLook = html === '' ? 'text' : (MAIL_LOOKS.find((one) => one === asked) ?? 'light');
  return { ...letter, text, html, look };
}

export { LetterPage as default } from './page.tsx';
