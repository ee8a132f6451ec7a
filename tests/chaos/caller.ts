import { randomInt } from 'node:crypto';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as rest } from 'node:timers/promises';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

interface Asked {
  method?: string;
  form?: Fields;
  headers?: Readonly<Record<string, string>>;
}

/** One browser without script on loopback: it keeps cookies, follows nothing and may lose its connection at any time. */
export class Caller {
  readonly #port: number;
  readonly #agent: Agent;
  #cookies = new Map<string, string>();

  /** `agent` is shared by browsers that come from one place. */
  constructor(port: number, agent: Agent) {
    this.#port = port;
    this.#agent = agent;
  }

  get(path: string): Promise<Reply> {
    return this.ask(path);
  }

  post(path: string, form: Fields): Promise<Reply> {
    return this.ask(path, { method: 'POST', form });
  }

  async ask(path: string, { method = 'GET', form, headers = {} }: Asked = {}): Promise<Reply> {
    const body = form && toBody(form);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await this.#send(method, path, body, {
      ...(cookie && { cookie }),
      ...(body !== undefined && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
      }),
      ...headers,
    });
    for (const line of reply.headers['set-cookie'] ?? []) this.#keep(line.split(';', 1)[0]!);
    return reply;
  }

  #keep(pair: string): void {
    const at = pair.indexOf('=');
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  #send(
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path, headers };
      const sent = request(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          if (!answer.complete) return reject(new Error('the reply was cut off'));
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      });
      sent.on('error', (fault) => {
        // The server let go of a connection that had rested; a browser sends again by itself, too.
        const hadRested = sent.reusedSocket && 'code' in fault && fault.code === 'ECONNRESET';
        if (hadRested) resolve(this.#send(method, path, body, headers));
        else reject(fault);
      });
      sent.end(body);
    });
  }
}

function toBody(form: Fields): string {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  return body.toString();
}

export function openAgent(connections = 64): Agent {
  return new Agent({ keepAlive: true, maxSockets: connections });
}

/** How long a browser goes on trying, ms. */
const PATIENCE = 1_800_000;

/** Asks again while the server is not there or says that it cannot now, as somebody does who waits a moment. */
export async function insist(ask: () => Promise<Reply>): Promise<Reply> {
  const since = performance.now();
  for (;;) {
    const reply = await ask().catch(() => null);
    if (reply !== null && reply.status !== 503) return reply;
    if (performance.now() - since > PATIENCE) throw new Error('The server did not come back.');
    // As people do, each at their own moment; a crowd that came at once would keep the server from starting.
    await rest(randomInt(300, 1200));
  }
}

/** Does `work` for each, so many at a time. */
export async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>) {
  let next = 0;
  const lane = async () => {
    while (next < all.length) await work(all[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, lane));
}
