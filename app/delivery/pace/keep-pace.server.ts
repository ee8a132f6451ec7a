import type { Db } from '#app/platform/db.server.ts';
import type { MailPace } from '#app/platform/env-pace.server.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { holdPaces, type PaceOf, paceKey, writePaces } from './pace.store.server.ts';
import { grant, lowerPace, mayGo, standInLine } from './pace.ts';

interface Keeping {
  engine: 'sqlite' | 'postgres';
  pace: MailPace;
  now: number;
}

/** Who waits for whose sake, and until when they ask again. */
export interface Waiting {
  until: number;
  reason: string;
}

const REASONS = {
  server: 'Waits for its turn: the mail server takes so many a minute.',
  domain: 'Waits for its turn: mail to one domain goes slowly at first.',
};

/**
 * Which of these messages have to wait so that the pace is kept, in the order given; the others are counted. Part of the
 * transaction that claims them, so that two senders keep one pace.
 */
export async function keepPace(
  tx: Db,
  messages: readonly { id: string; address: string }[],
  { engine, pace: rules, now }: Keeping,
): Promise<Map<string, Waiting>> {
  const waiting = new Map<string, Waiting>();
  if (messages.length === 0) return waiting;
  const server = serverOf(rules);
  const wanted = [server, ...messages.map(({ address }) => domainOf(rules, address))];
  const paces = await holdPaces(tx, engine, wanted, now);
  for (const { id, address } of messages) {
    const both = [server, domainOf(rules, address)].map((of) => paces.get(paceKey(of))!);
    const slow = both.find(({ pace }) => !mayGo(pace, now));
    if (slow) {
      const { pace, until } = standInLine(slow.pace, now);
      slow.pace = pace;
      waiting.set(id, { until, reason: REASONS[slow.of.scope] });
    } else for (const one of both) one.pace = grant(one.pace, now);
  }
  await writePaces(tx, paces);
  return waiting;
}

/** A mail server asked for less. */
export async function slowDown(
  db: Db,
  { scope, address }: { scope: 'server' | 'domain'; address: string },
  { engine, pace: rules, now }: Keeping,
): Promise<void> {
  const of = scope === 'server' ? serverOf(rules) : domainOf(rules, address);
  await inTransaction(db, async (tx) => {
    const paces = await holdPaces(tx, engine, [of], now);
    for (const one of paces.values()) one.pace = lowerPace(one.pace, now);
    await writePaces(tx, paces);
  });
}

function serverOf({ server, through }: MailPace): PaceOf {
  return { scope: 'server', name: server, rules: through };
}

function domainOf({ toDomain }: MailPace, address: string): PaceOf {
  const name = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return { scope: 'domain', name, rules: toDomain };
}
