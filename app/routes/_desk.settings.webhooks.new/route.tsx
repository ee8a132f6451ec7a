import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { createEndpoint } from '#app/followup/hook/endpoint/create-endpoint.server.ts';
import { kindOptions, readEndpointForm, withTicks } from '#app/followup/hook/endpoint/endpoint-form.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { faultyForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction = () => [{ title: 'New webhook · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireMember(request, context, ['admin']);
  return { kinds: kindOptions() };
}

/** A new one is answered on the spot and not behind a redirect: its secret is nowhere to be read again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const form = await request.formData();
  const read = readEndpointForm(form);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const made = await createEndpoint(context.house, workspace, { ...read.input, actor: member.id });
  if (made.kind === 'created')
    return data({ kind: 'created' as const, slug: toSlug('endpoint', made.id), secret: made.secret });
  const why = made.kind === 'too_many' ? 'Twenty are the most. Delete one that nobody needs.' : made.why;
  return data(withTicks(form, faultyForm(form, { url: why })), { status: 422 });
}

export { NewWebhookPage as default } from './page.tsx';
