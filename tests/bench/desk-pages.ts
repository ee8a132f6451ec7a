import { toSlug } from '#app/platform/ids.ts';
import { ADMIN } from '#tests/support/house.ts';
import type { FilledHouse } from './filled-house.ts';
import { PERSONA } from './prepare.ts';

export interface DeskPages {
  /** Milliseconds, medians. */
  overview: number;
  results: number;
  /** The emptiest page of the same server. */
  healthz: number;
}

const TIMES = 15;

/** How long the pages take that executives and CX leads look at. */
export async function timeDeskPages(port: number, filled: FilledHouse): Promise<DeskPages> {
  const origin = `http://127.0.0.1:${port}`;
  const cookie = await signIn(origin);
  const time = (path: string, holds: string) => medianTime(origin + path, cookie, holds);
  return {
    overview: await time('/overview', 'No total'),
    results: await time(resultsPath(filled.waves[0]!.id), 'End-user'),
    healthz: await time('/healthz', ''),
  };
}

export function resultsPath(waveId: string): string {
  return `/results/${toSlug('wave', waveId)}/${PERSONA}`;
}

/** The cookie of the admin's session. */
export async function signIn(origin: string): Promise<string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const body = new URLSearchParams({ email: ADMIN.email, password: ADMIN.password });
  const signedIn = await fetch(`${origin}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
  const [cookie] = signedIn.headers.getSetCookie();
  if (!cookie) throw new Error(`sign-in answered ${signedIn.status}`);
  return cookie.split(';')[0]!;
}

async function medianTime(url: string, cookie: string, holds: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const start = performance.now();
    const page = await fetch(url, { headers: { cookie } });
    const text = await page.text();
    times.push(performance.now() - start);
    if (page.status !== 200 || !text.includes(holds)) throw new Error(`${url}: ${page.status}`);
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
}
