/** Alive: the process answers. Reads nothing, so that a slow database does not get the process killed. */
export function loader(): Response {
  return new Response('ok\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
}
