import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
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
  return { ...letter, text: readLetter(Buffer.from(bytes)).text };
}

export { LetterPage as default } from './page.tsx';
