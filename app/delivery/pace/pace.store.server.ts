import type { Db } from '#app/platform/db.server.ts';
import { beginPace, type Pace, type PaceRules, paceAt } from './pace.ts';

export interface PaceOf {
  scope: 'server' | 'domain';
  name: string;
  rules: PaceRules;
}

/** Paces by `scope name`. */
export type Paces = Map<string, { of: PaceOf; pace: Pace }>;

export function paceKey({ scope, name }: Pick<PaceOf, 'scope' | 'name'>): string {
  return `${scope} ${name}`;
}

/** These paces as they are now, held until the transaction ends; all senders hold them in one order. */
export async function holdPaces(
  tx: Db,
  engine: 'sqlite' | 'postgres',
  wanted: readonly PaceOf[],
  now: number,
): Promise<Paces> {
  const ordered = [...new Map(wanted.map((of) => [paceKey(of), of]))].sort(([a], [b]) => (a < b ? -1 : 1));
  const fresh = ordered.map(([, of]) => toRow(of, beginPace(of.rules, now)));
  await tx
    .insertInto('mail_pace')
    .values(fresh)
    .onConflict((on) => on.columns(['scope', 'name']).doNothing())
    .execute();
  const names = ordered.map(([, { name }]) => name);
  const kept = tx
    .selectFrom('mail_pace')
    .selectAll()
    // Both, so that the key is used: names alone would be looked for among every domain there is.
    .where('scope', 'in', ['server', 'domain'])
    .where('name', 'in', names)
    .orderBy('scope')
    .orderBy('name');
  const rows = await (engine === 'postgres' ? kept.forUpdate() : kept).execute();
  const byKey = new Map(rows.map((row) => [paceKey(row), row]));
  return new Map(
    ordered.map(([key, of]) => {
      const row = byKey.get(key)!;
      const pace = {
        ...{ perMinute: row.per_minute, nextAt: row.next_at, lineAt: row.line_at },
        ...{ since: row.since, granted: row.granted, loweredAt: row.lowered_at },
      };
      return [key, { of, pace: paceAt(pace, of.rules, now) }];
    }),
  );
}

export async function writePaces(tx: Db, paces: Paces): Promise<void> {
  await tx
    .insertInto('mail_pace')
    .values([...paces.values()].map(({ of, pace }) => toRow(of, pace)))
    .onConflict((on) =>
      on.columns(['scope', 'name']).doUpdateSet((eb) => ({
        per_minute: eb.ref('excluded.per_minute'),
        next_at: eb.ref('excluded.next_at'),
        line_at: eb.ref('excluded.line_at'),
        since: eb.ref('excluded.since'),
        granted: eb.ref('excluded.granted'),
        lowered_at: eb.ref('excluded.lowered_at'),
      })),
    )
    .execute();
}

/** Every pace that was lowered since then, and the server's own. */
export async function listPaces(db: Db, { server, since }: { server: string; since: number }) {
  return db
    .selectFrom('mail_pace')
    .select(['scope', 'per_minute as perMinute', 'lowered_at as loweredAt'])
    .where((eb) =>
      eb.or([eb.and([eb('scope', '=', 'server'), eb('name', '=', server)]), eb('lowered_at', '>=', since)]),
    )
    .where((eb) => eb.or([eb('scope', '=', 'domain'), eb('name', '=', server)]))
    .execute();
}

function toRow({ scope, name }: PaceOf, pace: Pace) {
  return {
    ...{ scope, name, per_minute: pace.perMinute, next_at: Math.ceil(pace.nextAt) },
    ...{
      line_at: Math.ceil(pace.lineAt),
      since: pace.since,
      granted: pace.granted,
      lowered_at: pace.loweredAt,
    },
  };
}
