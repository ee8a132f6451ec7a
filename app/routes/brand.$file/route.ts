import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLogo } from '#app/programme/brand/read-logo.server.ts';

/**
 * The picture in a mail. Its address is the hash of its bytes: the same for every reader and for good, so that a mail
 * provider may keep it and a visit tells nothing of who looked.
 */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const bytes = await readLogo(context.house.db, params.file ?? '');
  if (!bytes) {
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    return new Response('There is no such picture.\n', { status: 404, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      // Mail programs on the web show it on pages of their own.
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}
