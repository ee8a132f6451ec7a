import { SECOND } from '#app/platform/clock.ts';

/** `__Host-` pins the cookie to this host and to TLS; without TLS a browser would drop such a cookie. */
function cookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-rolecall' : 'rolecall';
}

/** The session's token in a request, or null. */
export function readSessionCookie(headers: Headers, publicUrl: string): string | null {
  const start = `${cookieName(publicUrl)}=`;
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) || null;
}

/** The `Set-Cookie` line that keeps `token` until `expiresAt` (ms). */
export function keepSessionCookie(token: string, expiresAt: number, now: number, publicUrl: string): string {
  return setCookie(token, Math.floor((expiresAt - now) / SECOND), publicUrl);
}

export function dropSessionCookie(publicUrl: string): string {
  return setCookie('', 0, publicUrl);
}

function setCookie(value: string, maxAge: number, publicUrl: string): string {
  const parts = [
    `${cookieName(publicUrl)}=${value}`,
    'Path=/',
    `Max-Age=${maxAge}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  if (isSecure(publicUrl)) parts.push('Secure');
  return parts.join('; ');
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
