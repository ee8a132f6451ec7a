import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { BROWSER } from './forms.ts';

export interface Hit {
  path: string;
  form?: string;
}

export interface Answered {
  status: number;
  text: string;
}

interface Lost extends Error {
  wasKept?: boolean;
}

const CONNECTIONS = 128;

/** A client with kept connections to one server on loopback. */
export class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** As a browser does, asks once more where a kept connection was closed while the request was on its way. */
  call(hit: Hit): Promise<Answered> {
    return this.#once(hit).catch((fault: Lost) => {
      if (!fault.wasKept) throw fault;
      return this.#once(hit);
    });
  }

  #once({ path, form }: Hit): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const headers: Record<string, string | number> = { ...BROWSER };
      if (form !== undefined) {
        headers['content-type'] = 'application/x-www-form-urlencoded';
        headers['content-length'] = Buffer.byteLength(form);
      }
      const method = form === undefined ? 'GET' : 'POST';
      const options = { agent: this.#agent, port: this.#port, host: '127.0.0.1', path, method, headers };
      const sent = request(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
        answer.on('error', reject);
      });
      sent.on('error', (fault) => reject(Object.assign(fault, { wasKept: sent.reusedSocket })));
      sent.end(form);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

export interface Pace {
  perSecond: number;
  /** Milliseconds of `performance.now()`. */
  begin: number;
  end: number;
}

const TURN = 2;

/**
 * Begins one piece of work at each moment of an even pace, whether or not the earlier ones have ended, and waits for all at
 * the end. Each is told when it was due: who measures from there also counts the time that a slow answer made others wait.
 * Resolves to how late this client itself was at most, in ms.
 */
export async function atPace(
  { perSecond, begin, end }: Pace,
  work: (due: number) => Promise<void>,
): Promise<number> {
  const under = new Set<Promise<void>>();
  const all = Math.floor(((end - begin) / 1000) * perSecond);
  let latest = 0;
  for (let i = 0; i < all; ) {
    const now = performance.now();
    for (
      let due = begin + (i * 1000) / perSecond;
      i < all && due <= now;
      due = begin + (i * 1000) / perSecond
    ) {
      latest = Math.max(latest, now - due);
      const one = work(due).finally(() => under.delete(one));
      under.add(one);
      i += 1;
    }
    await wait(TURN);
  }
  await Promise.all(under);
  return latest;
}
