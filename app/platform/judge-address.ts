import { isIP } from 'node:net';
import type { Reach } from './env-hooks.server.ts';
import { isPublicAddress } from './public-address.ts';

export type JudgedAddress =
  | { kind: 'fit'; url: URL; host: string /** An admin of this installation named it. */; isListed: boolean }
  | { kind: 'unfit'; why: string };

const LONGEST = 2000;
/** By scheme, the usual one first. */
export const PORTS = { 'https:': ['443', '8443'], 'http:': ['80', '8080'] };
export type Ports = Readonly<Record<'https:' | 'http:', readonly string[]>>;

/** Whether an address may be posted to, as far as it says so itself; where its name leads is seen when it is looked up. */
export function judgeAddress(text: string, reach: Reach, ports: Ports = PORTS): JudgedAddress {
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null;
  if (!url?.hostname) return unfit('Write a whole address, such as https://example.com/hooks/rolecall.');
  const { protocol } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && reach.plainHttp))
    return unfit('The address has to begin with https://.');
  if (url.username || url.password)
    return unfit('Leave the name and the password out of the address: the signature proves who sends.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port || PORTS[protocol][0]!;
  const isListed = reach.privateHosts.some(
    (one) => one === url.hostname || one === `${url.hostname}:${port}`,
  );
  const isPortListed = reach.privateHosts.includes(`${url.hostname}:${port}`);
  if (!isPortListed && !ports[protocol].includes(port))
    return unfit(`Only the ports ${ports[protocol].join(' and ')} are posted to.`);
  if (!isListed && isIP(host) !== 0 && !isPublicAddress(host)) return unfit(NOT_PUBLIC);
  return { kind: 'fit', url, host, isListed };
}

export const NOT_PUBLIC =
  'The address does not lie on the public internet. Whoever runs this installation can allow it (WEBHOOK_PRIVATE_HOSTS).';

function unfit(why: string): JudgedAddress {
  return { kind: 'unfit', why };
}
