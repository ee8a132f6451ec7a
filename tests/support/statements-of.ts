import type { CompiledQuery, QueryResult } from 'kysely';
import type { Db } from '#app/platform/db.server.ts';

export interface Statements {
  /** Every statement that ran since, as it was sent. */
  sql: string[];
  /** How many of them read first of all from this table. */
  from(table: string): number;
  stop(): void;
}

/** Listens to what a handle runs, prepared or not. */
export function statementsOf(db: Db): Statements {
  const executor = db.getExecutor();
  const execute = executor.executeQuery;
  const sql: string[] = [];
  executor.executeQuery = <R>(query: CompiledQuery<R>): Promise<QueryResult<R>> => {
    sql.push(query.sql);
    return execute.call(executor, query) as Promise<QueryResult<R>>;
  };
  return {
    sql,
    from: (table) => sql.filter((one) => tableOf(one) === table).length,
    stop: () => {
      executor.executeQuery = execute;
    },
  };
}

/** What stands after the FROM that is in no brackets. */
function tableOf(sql: string): string | undefined {
  let outside = sql;
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = outside.replaceAll(/\([^()]*\)/g, '');
  }
  return /\bfrom "(\w+)"/.exec(outside)?.[1];
}
