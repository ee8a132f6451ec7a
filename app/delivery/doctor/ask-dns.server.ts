import { promises as dns } from 'node:dns';

/** Asks name servers, each question once. */
export interface Dns {
  /** As mailauth asks: throws what node's resolver throws. */
  resolve(name: string, type: string): Promise<unknown>;
  txt(name: string): Promise<string[]>;
  mx(name: string): Promise<{ exchange: string; priority: number }[]>;
  /** Addresses of either kind. */
  addresses(name: string): Promise<string[]>;
}

/** Nothing there, which is an answer. */
const NOTHING = new Set(['ENODATA', 'ENOTFOUND', 'EBADNAME']);

const TIMEOUT = 2000;
const TRIES = 2;

/** @param servers addresses of name servers; those of the system where there are none. */
export function openDns(servers: readonly string[]): Dns {
  const resolver = new dns.Resolver({ timeout: TIMEOUT, tries: TRIES });
  if (servers.length > 0) resolver.setServers(servers);
  const asked = new Map<string, Promise<unknown>>();
  const resolve = (name: string, type: string): Promise<unknown> => {
    const key = `${type} ${name.toLowerCase()}`;
    const known = asked.get(key) ?? resolver.resolve(name, type);
    asked.set(key, known);
    // Whoever asks hears of it; a question that nobody waits for any more must not end the process.
    known.catch(() => undefined);
    return known;
  };
  const list = async <T>(name: string, type: string): Promise<T[]> => {
    try {
      return (await resolve(name, type)) as T[];
    } catch (fault) {
      if (NOTHING.has(codeOf(fault))) return [];
      throw fault;
    }
  };
  return {
    resolve,
    txt: async (name) => (await list<string[]>(name, 'TXT')).map((pieces) => pieces.join('')),
    mx: (name) => list(name, 'MX'),
    addresses: async (name) =>
      (await Promise.all([list<string>(name, 'A'), list<string>(name, 'AAAA')])).flat(),
  };
}

export function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
}
