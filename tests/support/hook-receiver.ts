import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HeardHook {
  id: string;
  type: string;
  body: string;
  headers: IncomingMessage['headers'];
}

/** What it does with a post: a status, or something of its own with the answer. */
export type Answering = (heard: HeardHook) => number | ((answer: ServerResponse) => void);

export interface HookReceiver {
  url: string;
  /** As WEBHOOK_PRIVATE_HOSTS names it. */
  host: string;
  /** Every post in its order, also those that were not answered well. */
  heard: HeardHook[];
  /** Lines that were opened, whether or not anything came through them. */
  lines(): number;
  answer: Answering;
  close(): Promise<void>;
}

/** A real receiver on loopback. */
export async function openReceiver(answer: Answering = () => 200, host = '127.0.0.1'): Promise<HookReceiver> {
  let lines = 0;
  const server = createServer(async (asked, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const heard = toHeard(asked, Buffer.concat(chunks).toString());
    receiver.heard.push(heard);
    const said = receiver.answer(heard);
    if (typeof said === 'number') reply.writeHead(said).end('ok');
    else said(reply);
  });
  server.on('connection', () => {
    lines += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const named = host.includes(':') ? `[${host}]` : host;
  const receiver: HookReceiver = {
    ...{ url: `http://${named}:${port}/hook`, host: `${named}:${port}`, heard: [], answer },
    lines: () => lines,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

function toHeard({ headers }: IncomingMessage, body: string): HeardHook {
  const { type = '' } = body.startsWith('{"type"') ? (JSON.parse(body) as { type?: string }) : {};
  return { id: String(headers['webhook-id'] ?? ''), type, body, headers };
}

/** As the guide says it, and with nothing of the product in it. */
export function isSignedBy(secret: string, { headers, body }: HeardHook): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const ours = createHmac('sha256', key).update(signed).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .map((one) => Buffer.from(one.replace('v1,', ''), 'base64'))
    .some((one) => one.length === ours.length && timingSafeEqual(one, ours));
}
