/** Every address that no other door owns. A thrown answer, so that the root's page says it in words. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

/** Never drawn; without a page the answer would be empty instead of the root's words. */
export default function NoSuchPage() {
  return null;
}
