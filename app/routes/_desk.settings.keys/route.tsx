import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '#app/membership/guard.server.ts';
import { isApiScope } from '#app/membership/keys/api-scope.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { listKeys } from '#app/membership/keys/list-keys.server.ts';
import { revokeKey } from '#app/membership/keys/revoke-key.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction = () => [{ title: 'API keys · Settings · Rolecall' }];

const NewKey = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Write what the key is for, such as “CRM sync”.')
    .max(120, 'Write at most 120 characters.'),
  scopes: z
    .union([z.string().transform((one) => [one]), z.array(z.string())], { error: 'Tick at least one.' })
    .transform((scopes) => scopes.filter(isApiScope))
    .refine((scopes) => scopes.length > 0, 'Tick at least one.'),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const keys = await listKeys(context.house.db, workspace);
  return { keys: keys.map(({ id, ...key }) => ({ ...key, slug: toSlug('key', id) })) };
}

/** A new key is answered on the spot and not behind a redirect: its token is nowhere to be read again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const form = await request.formData();
  if (form.get('intent') === 'revoke') {
    const keyId = fromSlug('key', String(form.get('key')));
    const revoked = keyId && (await revokeKey(context.house, workspace, { keyId, actor: member.id }));
    if (!revoked || revoked.kind === 'unknown') throw new Response(null, { status: 404 });
    throw redirect('/settings/keys', 303);
  }
  const read = readForm(form, NewKey);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const { token } = await createKey(context.house, workspace, { ...read.input, actor: member.id });
  return data({ kind: 'created' as const, name: read.input.name, token });
}

export { KeysPage as default } from './page.tsx';
