import type { House } from '#app/platform/house.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { findOpenShare } from './share.store.server.ts';

/** A link that opens something now, before anything of its page was read. */
export type OpenShare = NonNullable<Awaited<ReturnType<typeof findOpenShare>>>;

/** The link with this token; null where it opens nothing, for whatever reason: a stranger learns no more. */
export async function findShare(
  { reading: db, clock }: Pick<House, 'reading' | 'clock'>,
  token: string,
): Promise<OpenShare | null> {
  return (await findOpenShare(db, { tokenHash: hashToken(token), now: clock.now() })) ?? null;
}
