import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { kindOptions } from '#app/followup/hook/endpoint/endpoint-form.ts';
import { readEndpoint } from '#app/followup/hook/endpoint/read-endpoint.server.ts';
import { pageLog } from '#app/followup/hook/sending/page-log.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { actOnWebhook } from './act-on-webhook.server.ts';

export const meta: MetaFunction = () => [{ title: 'Webhook · Settings · Rolecall' }];

const PAGE = 50;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const id = fromSlug('endpoint', params.endpoint);
  const endpoint = id && (await readEndpoint(context.house, workspace, id));
  if (!endpoint) throw new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  const after = fromSlug('event', query.get('after') ?? undefined);
  const asked = { endpointId: endpoint.id, limit: PAGE, ...(after && { after }) };
  const rows = await pageLog(context.house.db, workspace, asked);
  const log = rows.slice(0, PAGE).map(({ id: event, ...row }) => ({ ...row, slug: toSlug('event', event) }));
  return {
    ...{ endpoint: { ...endpoint, kinds: [...endpoint.kinds] }, kinds: kindOptions(), log },
    ...{ next: rows.length > PAGE ? `?after=${log.at(-1)!.slug}` : null, isFirst: !after },
    ...{ said: query.get('said'), now: context.house.clock.now() },
  };
}

/** A new secret is answered on the spot: it is nowhere to be read again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const id = fromSlug('endpoint', params.endpoint);
  const form = await request.formData();
  const done = id && (await actOnWebhook(context.house, workspace, { id, form, actor: member.id }));
  if (!done || done.kind === 'unknown') throw new Response(null, { status: 404 });
  if (done.kind === 'said') throw redirect(`/settings/webhooks/${params.endpoint}?said=${done.said}`, 303);
  if (done.kind === 'deleted') throw redirect('/settings/webhooks?said=deleted', 303);
  return data(done, { status: done.kind === 'faulty' ? 422 : 200 });
}

export { WebhookPage as default } from './page.tsx';
