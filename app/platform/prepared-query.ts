import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './only-handle.ts';

/** Stands in a query for a value that comes with each call. */
type Slot = (name: string) => string;

/**
 * A query that is built, judged and compiled once for each handle, and run with other values each time: building and
 * judging cost several times what SQLite needs to answer. For the few that run on every respondent's visit.
 * @param build gets `slot('name')` for every value that varies
 */
export function preparedQuery<R>(build: (db: Db, slot: Slot) => Compilable<R>) {
  const compiled = new WeakMap<Db, CompiledQuery<R>>();
  return async (db: Db, values: Readonly<Record<string, string>>): Promise<R[]> => {
    const query = compiled.get(db) ?? build(db, (name) => marker(name)).compile();
    compiled.set(db, query);
    return db.runAgain(
      query,
      query.parameters.map((parameter) => filled(parameter, values)),
    );
  };
}

const MARK = '\u0000slot:';

function marker(name: string): string {
  return `${MARK}${name}`;
}

function filled(parameter: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof parameter !== 'string' || !parameter.startsWith(MARK)) return parameter;
  const name = parameter.slice(MARK.length);
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new TypeError(`The slot ${name} takes one text.`);
  return value;
}
