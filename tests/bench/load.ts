import { Agent, request } from 'node:http';

export interface Hit {
  path: string;
  method?: 'GET' | 'POST';
  body?: string;
}

/**
 * Requests per second against a server on loopback: `connections` at a time, `total` in all, so that it stops
 * by itself. Throws on an unexpected status, because a fast error is no speed.
 */
export async function requestsPerSecond(
  port: number,
  next: (index: number) => Hit,
  { total, connections, expect }: { total: number; connections: number; expect: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let index = 0;
  const worker = async () => {
    while (index < total) {
      const hit = next(index++);
      const status = await send(agent, port, hit);
      if (status !== expect)
        throw new Error(`${hit.method ?? 'GET'} ${hit.path} answered ${status}, not ${expect}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return total / ((performance.now() - start) / 1000);
}

function send(agent: Agent, port: number, { path, method = 'GET', body }: Hit): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = body
      ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
      : {};
    const sent = request({ agent, port, host: '127.0.0.1', path, method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
