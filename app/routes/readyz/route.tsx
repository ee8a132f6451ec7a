import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPause } from '#app/delivery/armed/read-pause.server.ts';
import { isDatabaseReady } from '#app/platform/ready.store.server.ts';

/** Ready for requests: the database answers. That nothing is sent keeps nobody from answering. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const ready = await isDatabaseReady(context.house.db);
  const headers = { 'content-type': 'text/plain', 'cache-control': 'no-store' };
  if (!ready) return new Response('the database does not answer\n', { status: 503, headers });
  const pause = await readPause(context.house);
  const more = pause ? `nothing is sent until an admin has confirmed it: ${pause.why}\n` : '';
  return new Response(`ready\n${more}`, { headers });
}
