import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { readMixShift } from '#app/overview/no-total/read-mix-shift.server.ts';
import { askedPage } from '#app/overview/page/asked-page.ts';
import { fromSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction = () => [{ title: 'How a total would mislead · Overview · Rolecall' }];

/** The example of the total with the people of two of the workspace's own waves, and made-up scores (DOMAIN A6). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context);
  const read = await readMixShift(context.house, workspace, askedPage(request.url, fromSlug));
  if (read.kind === 'unknown_wave') throw new Response('There is no such wave.', { status: 404 });
  if (read.kind === 'not_shown') return { shown: null, why: read.why };
  const { shift, earlier, later } = read;
  return { shown: { shift, earlier: earlier.name, later: later.name }, why: null };
}

export { NoTotalPage as default } from './page.tsx';
