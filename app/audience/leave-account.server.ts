import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { leaveInside } from './leave-inside.server.ts';

export interface Leaving {
  personId: string;
  accountId: string;
  /** ms; now when left out. */
  at?: number;
  reason: string;
  actor: Actor;
}

export type LeftAccount = { kind: 'left'; rolesEnded: number } | { kind: 'not_there' };

/** Ends the employment and every open role at this account. The past stays with the account (DOMAIN.md A3). */
export function leaveAccount(house: House, workspace: Workspace, input: Leaving): Promise<LeftAccount> {
  return house.db.transaction().execute((tx) => leaveInside({ ...house, db: tx }, workspace, input));
}
