const LONGEST_ADDRESS = 64;

/** The network that one household or office is given: a /24 of IPv4, a /56 of IPv6. */
export function networkOf(address: string): string {
  const { v4, v6, plain } = readAddress(address);
  if (v4) return v4.slice(0, 3).join('.');
  if (!v6) return plain;
  const [first, second, third, fourth] = v6;
  return [first, second, third, fourth!.slice(0, 2)].join(':');
}

/** The line that people share: one address of IPv4, a /64 of IPv6, within which a machine takes any it likes. */
export function lineOf(address: string): string {
  const { v4, v6, plain } = readAddress(address);
  return v4?.join('.') ?? v6?.join(':') ?? plain;
}

interface Address {
  v4: string[] | null;
  /** The first four groups, of four digits each. */
  v6: string[] | null;
  /** For what is no address. */
  plain: string;
}

function readAddress(address: string): Address {
  const plain = address.replace(/^\[|\].*$|%.*$/g, '').toLowerCase();
  const [, v4] = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})$/.exec(plain) ?? [];
  if (v4 !== undefined) return { v4: v4.split('.'), v6: null, plain };
  return { v4: null, v6: groupsOf(plain), plain: plain.slice(0, LONGEST_ADDRESS) };
}

/** The first four groups of an IPv6 address, four digits each; null for anything else. */
function groupsOf(address: string): string[] | null {
  if (!/^[0-9a-f:.]{2,45}$/.test(address) || !address.includes(':')) return null;
  const [head = '', tail, ...rest] = address.split('::');
  if (rest.length > 0) return null;
  const written = (part: string) => (part === '' ? [] : part.split(':'));
  const before = written(head);
  const after = written(tail ?? '');
  // A group of zeros stands wherever `::` left it out; a dotted end fills two.
  const dotted = address.includes('.') ? 1 : 0;
  const missing = tail === undefined ? 0 : Math.max(0, 8 - dotted - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (groups.length + dotted !== 8 || groups.some((group) => group.length === 0)) return null;
  return groups.slice(0, 4).map((group) => group.padStart(4, '0'));
}
