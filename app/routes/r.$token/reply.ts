/** Back to the page itself, which now says what was received: a reload then sends nothing again. */
export function seeOther(request: Request): Response {
  return new Response(null, { status: 303, headers: { location: new URL(request.url).pathname } });
}

export function tappedNumber(url: string): string | null {
  const value = new URL(url).searchParams.get('v');
  return value !== null && /^(\d|10)$/.test(value) ? value : null;
}

export function page(body: string, status = 200): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  };
  return new Response(body, { status, headers });
}
