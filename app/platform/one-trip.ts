import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

interface Executor {
  provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T>;
}

interface Begun {
  query: CompiledQuery<unknown>;
  settle(outcome: PromiseSettledResult<QueryResult<unknown>>): void;
}

/**
 * Sends what is begun in one turn down a connection in one trip, in the order in which it was begun: Kysely lets each
 * query of a transaction wait for the reply to the one before, which over a network costs more than the queries.
 */
export function sendTogether(executor: Executor): <R>(query: CompiledQuery<R>) => Promise<QueryResult<R>> {
  let begun: Begun[] = [];

  async function send(): Promise<void> {
    const all = begun;
    begun = [];
    const outcomes = await executor
      .provideConnection((connection) =>
        Promise.allSettled(all.map(({ query }) => connection.executeQuery(query))),
      )
      .catch((reason: unknown) => all.map(() => ({ status: 'rejected' as const, reason })));
    for (const [at, { settle }] of all.entries()) settle(outcomes[at]!);
  }

  return <R>(query: CompiledQuery<R>) =>
    new Promise<QueryResult<R>>((resolve, reject) => {
      if (begun.length === 0) queueMicrotask(() => void send());
      begun.push({
        query,
        settle: (outcome) =>
          outcome.status === 'fulfilled' ? resolve(outcome.value as QueryResult<R>) : reject(outcome.reason),
      });
    });
}

/** PostgreSQL refuses whatever follows a failure in its transaction; the failure says more. */
const FOLLOWS_A_FAILURE = '25P02';

/**
 * Waits until all of them are through, also where one failed, so that a transaction ends after its last statement.
 * Throws what failed first.
 */
export async function inOneTrip<T extends readonly Promise<unknown>[]>(
  ...work: T
): Promise<{ -readonly [At in keyof T]: Awaited<T[At]> }> {
  const outcomes = await Promise.allSettled(work);
  const faults = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (faults.length > 0) throw faults.find((fault) => codeOf(fault) !== FOLLOWS_A_FAILURE) ?? faults[0];
  return outcomes.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as never;
}

function codeOf(fault: unknown): unknown {
  return fault instanceof Error && 'code' in fault ? fault.code : undefined;
}
