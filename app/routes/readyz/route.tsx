import type { LoaderFunctionArgs } from '@remix-run/node';
import { isDatabaseReady } from '#app/platform/ready.store.server.ts';

/** Ready for requests: the database answers. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const ready = await isDatabaseReady(context.house.db);
  const headers = { 'content-type': 'text/plain', 'cache-control': 'no-store' };
  return new Response(ready ? 'ready\n' : 'the database does not answer\n', {
    status: ready ? 200 : 503,
    headers,
  });
}
