import { everySecret, keyedHash, randomToken, type Secrets } from '#app/platform/secrets.server.ts';

/** Ninety days, in seconds: longer than a survey stays open. */
const KEPT_FOR = 90 * 24 * 60 * 60;

function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-device' : 'device';
}

/** What this browser was given when it first answered anything; null for one that never did, or keeps no cookies. */
export function readDevice(cookies: string, publicUrl: string): string | null {
  const start = `${cookieName(publicUrl)}=`;
  const pair = cookies.split(';').find((one) => one.trimStart().startsWith(start));
  const value = pair?.trim().slice(start.length) ?? '';
  return /^[\w-]{43}$/.test(value) ? value : null;
}

export function newDevice(): string {
  return randomToken();
}

/** The `Set-Cookie` line that lets this browser see again what it filled in. */
export function keepDevice(device: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName(publicUrl)}=${device}; Path=/; Max-Age=${KEPT_FOR}; HttpOnly; SameSite=Lax${secure}`;
}

/** What is stored of a device: another value for each thing it answered, so that no two can be joined by it. */
export function deviceHash(secret: string, device: string, answered: string): string {
  return keyedHash(secret, 'device', `${device}|${answered}`).subarray(0, 18).toString('base64url');
}

/** True for the device that this was stored of, under whichever secret at hand. */
export function isSameDevice(secrets: Secrets, device: string, answered: string, stored: string): boolean {
  return everySecret(secrets).some((secret) => deviceHash(secret, device, answered) === stored);
}
