import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { answerHot } from '#app/answering/hot-door.server.ts';
import type { House } from '#app/platform/house.ts';
import { createListener } from '#app/platform/http/listener.server.ts';
import { handleNear } from '#app/platform/http/near-routes.server.ts';
import { staticFiles } from '#app/platform/http/static-files.server.ts';
import { countLater } from '#app/results/count-later.server.ts';

const build = (path: string) => fileURLToPath(new URL(`../../build/${path}`, import.meta.url));

export async function loadBundle(name: 'respondent' | 'workspace'): Promise<ServerBuild> {
  return import(build(`server/${name}/index.js`));
}

export interface OpenDoors {
  /** http://localhost:port of a real server on loopback. */
  origin: string;
  close(): Promise<void>;
}

/** The built app behind the real listener, on a free port of loopback. */
export async function openDoors(house: House): Promise<OpenDoors> {
  const handler = async (name: 'respondent' | 'workspace') => handleNear(await loadBundle(name));
  const doors = {
    files: staticFiles(build('client')),
    respondent: await handler('respondent'),
    workspace: await handler('workspace'),
    hot: answerHot(countLater),
  };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  house.env.publicUrl = origin;
  server.on('request', createListener(house, doors));
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A visitor with a cookie jar who follows nothing by itself. */
export class Visitor {
  readonly #origin: string;
  readonly #jar = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#fetch(path, { headers });
  }

  async post(
    path: string,
    form: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form))
      for (const one of [value].flat()) body.append(name, one);
    return this.#fetch(path, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** Sends anything, cookies included. */
  async send(path: string, init: RequestInit): Promise<Response> {
    return this.#fetch(path, init);
  }

  async signIn(email: string, password: string): Promise<this> {
    const answer = await this.post('/sign-in', { email, password });
    if (answer.status !== 302 && answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
    return this;
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) };
    const answer = await fetch(new URL(path, this.#origin), { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)];
      if (value === '' || /max-age=0/i.test(line)) this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
    return answer;
  }
}
