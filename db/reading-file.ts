import BetterSqlite3 from 'better-sqlite3';
import type { Found, Question } from './reading-thread.ts';
import { keepStatements } from './sqlite-dialect.ts';

/** Reads an SQLite file, which it opens for nothing else. */
export function openReadingFile(path: string): (question: Question) => Found {
  const file = new BetterSqlite3(path, { readonly: true });
  file.pragma('busy_timeout = 5000');
  const prepare = keepStatements(file);
  const namesOf = new WeakMap<BetterSqlite3.Statement, string[]>();
  return ({ sql, parameters }) => {
    const statement = prepare(sql);
    const names = namesOf.get(statement) ?? statement.columns().map(({ name }) => name);
    namesOf.set(statement, names);
    return { names, rows: statement.raw().all(parameters) as unknown[][] };
  };
}
