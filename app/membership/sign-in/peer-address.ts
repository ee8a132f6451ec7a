/**
 * The address to count tries under. Rolecall speaks plain HTTP, so on the internet a proxy stands before it; then
 * the peer is that proxy, on a private address, and the last hop it wrote down is the visitor. A header from
 * anybody else is not believed, or a guesser would be somebody new with every try.
 */
export function peerAddress(headers: Headers, peer: string): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return (isPrivate(peer) && hops.at(-1)) || peer;
}

const PRIVATE =
  /^(::ffff:)?(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)|^(::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;

function isPrivate(address: string): boolean {
  return PRIVATE.test(address);
}
