import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What IANA gives out to single hosts (RFC 4291, section 2.4); whatever lies beside it leads nowhere or back inside. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address, as a resolver writes it, is that of one host on the public internet. IPv4 inside IPv6 (mapped, 6to4,
 * NAT64, Teredo) is not, whatever it holds: it would have to be judged a second time, by whoever translates it.
 */
export function isPublicAddress(text: string): boolean {
  // The strict reading first: the library also takes what inet_aton took, such as 010.1 for 8.0.0.1.
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6);
}
