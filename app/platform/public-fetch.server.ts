import { type ClientRequest, request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { SECOND } from './clock.ts';
import type { Reach } from './env-hooks.server.ts';
import { type FoundAddress, findAddresses } from './find-addresses.server.ts';
import { judgeAddress, NOT_PUBLIC, PORTS, type Ports } from './judge-address.ts';
import { isPublicAddress } from './public-address.ts';

const LONGEST = 5 * SECOND;
const MOST_READ = 64 * 1024;

export interface Post {
  headers: Readonly<Record<string, string>>;
  body: string;
}

export type Posted =
  /** It took the post and answered; a redirect is an answer like any other and is not followed. */
  | { kind: 'answered'; status: number }
  /** Nobody was connected to, because nobody there may be. */
  | { kind: 'refused'; why: string }
  | { kind: 'failed'; why: string };

/** Posts to an address that somebody else wrote down, and to nobody but a public host. */
export type PublicPost = (address: string, post: Post) => Promise<Posted>;

export interface Surroundings {
  /** Asks for every address of a name. */
  find(host: string, known: { isListed: boolean }): Promise<FoundAddress[]>;
  /** Calls back once so many ms have passed, unless the returned function is called before. */
  after(ms: number, act: () => void): () => void;
  ports: Ports;
}

const OURS: Surroundings = {
  find: findAddresses,
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  ports: PORTS,
};

/**
 * The name is looked up once, every address it leads to has to be public, and exactly those are connected to: a resolver
 * that answers otherwise a moment later is not asked. Five seconds for everything, and at most 64 KB are read.
 */
export function createPublicPost(reach: Reach, given: Partial<Surroundings> = {}): PublicPost {
  const { find, after, ports } = { ...OURS, ...given };
  return async (address, post) => {
    const judged = judgeAddress(address, reach, ports);
    if (judged.kind === 'unfit') return { kind: 'refused', why: judged.why };
    const cut = new AbortController();
    const leave = after(LONGEST, () => cut.abort());
    try {
      const found = await untilCut(cut.signal, find(judged.host, judged));
      const isReachable = judged.isListed || found.every((one) => isPublicAddress(one.address));
      if (!isReachable) return { kind: 'refused', why: NOT_PUBLIC };
      return { kind: 'answered', status: await send(judged.url, found, post, cut.signal) };
    } catch (fault) {
      return { kind: 'failed', why: cut.signal.aborted ? TOO_SLOW : sayFault(fault) };
    } finally {
      leave();
    }
  };
}

function untilCut<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** The status. What the answer holds is read to let the line end well, and kept nowhere: it could come from anywhere. */
function send(
  url: URL,
  found: readonly FoundAddress[],
  { headers, body }: Post,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = open(url, {
      ...{ method: 'POST', agent: false, signal, lookup: answering(found) },
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    });
    asked.on('response', (reply) => {
      let read = 0;
      const done = () => {
        reply.destroy();
        resolve(reply.statusCode ?? 0);
      };
      reply.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read >= MOST_READ) done();
      });
      reply.on('end', done).on('error', done);
    });
    asked.on('error', reject).on('close', () => reject(new Error('closed')));
    asked.end(body);
  });
}

function open(url: URL, options: RequestOptions): ClientRequest {
  return url.protocol === 'https:' ? overHttps(url, options) : overHttp(url, options);
}

/** A resolver that knows what was found and nothing else. */
function answering(found: readonly FoundAddress[]): NonNullable<RequestOptions['lookup']> {
  return (_host, { all }, answer) => {
    const [first] = found;
    if (all) answer(null, [...found]);
    else answer(null, first?.address ?? '', first?.family);
  };
}

const TOO_SLOW = 'No answer within five seconds.';

const SAID: Readonly<Record<string, string>> = {
  ENOTFOUND: 'No such name is known.',
  EAI_AGAIN: 'The name could not be looked up.',
  ECONNREFUSED: 'Nobody listens at that address.',
  ECONNRESET: 'The line broke before an answer.',
  EHOSTUNREACH: 'The address cannot be reached.',
  ENETUNREACH: 'The address cannot be reached.',
  ETIMEDOUT: 'The address cannot be reached.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by nobody known.',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its certificate is signed by nobody known.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Its certificate is signed by nobody known.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate belongs to another name.',
};

/** In words of our own: what a system says of a line may name addresses inside. */
function sayFault(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  return SAID[code] ?? 'The line broke before an answer.';
}
