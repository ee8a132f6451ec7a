import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { GUIDES } from './guides.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · Rolecall` : 'No such guide · Rolecall' },
];

/** Nothing here moves. */
export const handle = { noScript: true };

/** Open to everybody: it says how figures are made and holds none of anybody's. */
export function loader({ params }: LoaderFunctionArgs) {
  const guide = GUIDES.get(params.guide ?? '');
  if (guide === undefined) throw data('There is no guide of this name.', { status: 404 });
  return { ...guide, guides: [...GUIDES.keys()] };
}

export { GuidePage as default } from './page.tsx';
