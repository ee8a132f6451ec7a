/** Every address that no other door owns. A thrown answer, so that the root's page says it in words. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}
