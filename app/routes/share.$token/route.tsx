import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { clientOf } from '#app/overview/share/client-of.ts';
import { openShare } from '#app/overview/share/open-share.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.wave.name}, by persona` : 'Nothing here' },
  { name: 'robots', content: 'noindex, nofollow' },
];

/** The page needs no script, and gets none. */
export const handle = { noScript: true };

/** Kept by nobody, found by no search, and its address is told to no other site. */
const CLOSED_UP = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
};

export const headers: HeadersFunction = () => CLOSED_UP;

export async function loader({ request, params, context: { house } }: LoaderFunctionArgs) {
  const page = await openShare(house, params.token ?? '');
  if (!page)
    throw data('This link opens nothing, or not any more. Ask whoever sent it for a new one.', {
      status: 404,
      headers: CLOSED_UP,
    });
  const { workspaceId, shareId, ...shown } = page;
  const client = clientOf(request.headers.get('user-agent'));
  const isTaken = request.method === 'HEAD' || (house.noteView?.({ workspaceId, shareId, client }) ?? true);
  if (!isTaken)
    throw data('This page was opened very often just now. Try again in a minute.', {
      status: 429,
      headers: CLOSED_UP,
    });
  return data(shown, { headers: CLOSED_UP });
}

export { SharedOverviewPage as default } from './page.tsx';
