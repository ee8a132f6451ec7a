import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { listEndpoints } from '#app/followup/hook/endpoint/list-endpoints.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction = () => [{ title: 'Webhooks · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const endpoints = await listEndpoints(context.house, workspace);
  const isDeleted = new URL(request.url).searchParams.get('said') === 'deleted';
  // An address can be a password, so the list names its host alone.
  const listed = endpoints.map(({ id, host, description, kinds, state, failingSince, waiting }) => ({
    ...{ slug: toSlug('endpoint', id), host, description, kinds: [...kinds] },
    ...{ state, failingSince, waiting },
  }));
  return { endpoints: listed, isDeleted, sendsHere: context.house.env.sendsHere };
}

export { WebhooksPage as default } from './page.tsx';
