import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';

export interface FoundAddress {
  address: string;
  family: number;
}

/**
 * Every address of a name. Public names are asked of DNS alone: `lookup` holds one of four threads that files and
 * passwords need too, and whoever owns a name can let it wait. A host that this installation names may stand in its
 * hosts file.
 */
export async function findAddresses(
  host: string,
  { isListed }: { isListed: boolean },
): Promise<FoundAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  if (isListed) return lookup(host, { all: true, verbatim: true });
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  const asked = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = asked.flatMap((answer, at) =>
    answer.status === 'fulfilled'
      ? answer.value.map((address) => ({ address, family: at === 0 ? 4 : 6 }))
      : [],
  );
  if (found.length === 0)
    throw unknownName(asked.map((answer) => ('reason' in answer ? answer.reason : null)));
  return found;
}

const NO_SUCH_NAME = new Set(['ENOTFOUND', 'ENODATA']);

function unknownName(faults: readonly unknown[]): Error {
  const codes = faults.map((fault) => (fault instanceof Error && 'code' in fault ? String(fault.code) : ''));
  const code = codes.every((one) => NO_SUCH_NAME.has(one)) ? 'ENOTFOUND' : 'EAI_AGAIN';
  return Object.assign(new Error('the name leads nowhere'), { code });
}
