import { Temporal } from 'temporal-polyfill';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { dayAt } from '../due-time.ts';
import { listHeardAccounts, listRenewing } from './sign.store.server.ts';

/** Accounts looked at together: databases take only so many values in a statement. */
const PAGE = 500;

export interface SilentAccount {
  id: string;
  /** ISO day. */
  renewalOn: string;
  /** What is opened or raised for it, once: a renewal that moves on is another one. */
  about: string;
}

/** Accounts that renew soon and where nobody of the persona was heard for long, some at a time. An empty seat is silent too. */
export async function* silentAccounts(
  db: Db,
  workspace: Workspace,
  of: { personaId: string; silentDays: number; renewalDays: number; now: number },
): AsyncGenerator<SilentAccount[]> {
  const { personaId, now } = of;
  const fromDay = dayAt(now, await readAskingRules(db, workspace));
  const toDay = Temporal.PlainDate.from(fromDay).add({ days: of.renewalDays }).toString();
  const since = now - of.silentDays * DAY;
  const renewing = await listRenewing(db, workspace, { fromDay, toDay, knownBefore: since });
  for (let at = 0; at < renewing.length; at += PAGE) {
    const accounts = renewing.slice(at, at + PAGE);
    const accountIds = accounts.map(({ id }) => id);
    const heard = await listHeardAccounts(db, workspace, { accountIds, personaId, since });
    const silent = accounts.filter(({ id }) => !heard.has(id));
    if (silent.length > 0) yield silent.map((one) => ({ ...one, about: `${one.id} ${one.renewalOn}` }));
  }
}
