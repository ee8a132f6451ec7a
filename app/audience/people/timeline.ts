import type { RoleEpisode } from '../role.ts';

/** One bar: where it stands in its lane, from 0 (the first day shown) to 1 (now). */
export interface TimelineBar<Role> {
  role: Role;
  from: number;
  to: number;
}

export interface Timeline<Role> {
  /** ms at 0 and at 1. */
  begins: number;
  ends: number;
  /** One row per account and persona, personas in the order given, accounts in the order they were joined. */
  rows: { personaId: string; accountId: string; bars: TimelineBar<Role>[] }[];
}

const MONTH = 30 * 24 * 60 * 60 * 1000;

/** Lays out the episodes of one person. At least three months are shown, so that a new role is a short bar. */
export function layOutRoles<
  Role extends Pick<RoleEpisode, 'personaId' | 'accountId' | 'startedAt' | 'endedAt'>,
>(roles: readonly Role[], personaOrder: readonly string[], now: number): Timeline<Role> {
  const begins = Math.min(now - 3 * MONTH, ...roles.map(({ startedAt }) => startedAt));
  const ends = Math.max(now, ...roles.map(({ startedAt, endedAt }) => endedAt ?? startedAt));
  const place = (at: number) => (at - begins) / (ends - begins);
  const rows = new Map<string, Timeline<Role>['rows'][number]>();
  for (const personaId of personaOrder) {
    for (const role of roles.filter((one) => one.personaId === personaId)) {
      const key = `${personaId} ${role.accountId}`;
      const row = rows.get(key) ?? { personaId, accountId: role.accountId, bars: [] };
      row.bars.push({ role, from: place(role.startedAt), to: place(role.endedAt ?? ends) });
      rows.set(key, row);
    }
  }
  return { begins, ends, rows: [...rows.values()] };
}
