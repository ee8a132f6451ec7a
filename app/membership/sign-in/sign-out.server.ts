import type { House } from '#app/platform/house.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { deleteSession } from './session.store.server.ts';

/** Ends the session behind a token; a token without a session is signed out already. */
export async function signOut({ db }: House, token: string): Promise<void> {
  await deleteSession(db, hashToken(token));
}
