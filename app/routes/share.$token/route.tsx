import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { clientOf } from '#app/overview/share/client-of.ts';
import { findShare } from '#app/overview/share/find-share.server.ts';
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
  const share = await findShare(house, params.token ?? '');
  if (!share) throw refusal(404, NOTHING);
  const { workspaceId, id: shareId } = share;
  // A program that asks whether there is a page opens none, and makes as much work.
  const client = request.method === 'HEAD' ? null : clientOf(request.headers.get('user-agent'));
  if (house.noteView?.({ workspaceId, shareId, client }) === false)
    throw refusal(429, 'This page was opened very often just now. Try again in a minute.');
  const page = await openShare(house, share);
  if (!page) throw refusal(404, NOTHING);
  return data(page, { headers: CLOSED_UP });
}

const NOTHING = 'This link opens nothing, or not any more. Ask whoever sent it for a new one.';

function refusal(status: 404 | 429, words: string) {
  return data(words, { status, headers: CLOSED_UP });
}

export { SharedOverviewPage as default } from './page.tsx';
