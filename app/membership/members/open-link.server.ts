import type { House } from '#app/platform/house.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { findUsableLink, type MemberLink } from './member-link.store.server.ts';
import type { MemberLinkKind } from './member-link.ts';

/** Whose link a token is, or null: unknown, used and expired links are told apart by nobody. Changes nothing. */
export async function openLink(
  { db, clock }: House,
  kind: MemberLinkKind,
  token: string,
): Promise<MemberLink | null> {
  return (await findUsableLink(db, kind, hashToken(token), clock.now())) ?? null;
}
