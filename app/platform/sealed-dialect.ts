import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryCompiler } from 'kysely';
import { type PersonaGuard, PersonaGuardError } from './persona-guard.ts';

/**
 * Judges every query where it is compiled, after all plugins, and runs nothing that was not compiled here.
 * So `withoutPlugins`, a plugin added later and hand-written text come no further than any other query.
 */
export function sealDialect(
  dialect: Dialect,
  guard: PersonaGuard,
  issued = new WeakSet<CompiledQuery>(),
): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => judging(dialect.createQueryCompiler(), guard, issued),
    createDriver: () => watching(dialect.createDriver(), issued),
  };
}

/**
 * The same query with other values. What was judged is its text, which stays to the letter, and each value takes the
 * place of one value, so the judgement holds. Throws for a query that was not issued here.
 */
export function reissue<R>(
  issued: WeakSet<CompiledQuery>,
  query: CompiledQuery<R>,
  parameters: readonly unknown[],
): CompiledQuery<R> {
  if (!issued.has(query) || parameters.length !== query.parameters.length || parameters.some(isComposed))
    throw new PersonaGuardError(
      'PERSONA_REQUIRED: only a judged query runs again, with one value for each of its values',
    );
  const again = { ...query, parameters };
  issued.add(again);
  return again;
}

/** Drivers bind bytes as they are; from any other object they may read what they like. */
function isComposed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}

function judging(plain: QueryCompiler, guard: PersonaGuard, issued: WeakSet<CompiledQuery>): QueryCompiler {
  return {
    compileQuery(node, queryId) {
      guard.judge(node);
      const compiled = plain.compileQuery(node, queryId);
      issued.add(compiled);
      return compiled;
    },
  };
}

/** What drivers themselves say to begin and end a transaction. */
const TRANSACTION = /^(begin( immediate)?|start transaction[a-z ]*|commit|rollback)$/;

function watching(driver: Driver, issued: WeakSet<CompiledQuery>): Driver {
  const watched = new WeakSet<DatabaseConnection>();
  const acquire = driver.acquireConnection.bind(driver);
  const refuseForeign = (query: CompiledQuery) => {
    if (issued.has(query) || TRANSACTION.test(query.sql)) return;
    throw new PersonaGuardError('PERSONA_REQUIRED: the query was not compiled by the guarded handle');
  };
  driver.acquireConnection = async (options) => {
    const connection = await acquire(options);
    if (!watched.has(connection)) watch(connection, refuseForeign);
    watched.add(connection);
    return connection;
  };
  return driver;
}

/** Wraps in place, because a driver knows its own connections by identity. */
function watch(connection: DatabaseConnection, inspect: (query: CompiledQuery) => void): void {
  const execute = connection.executeQuery.bind(connection);
  const stream = connection.streamQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    inspect(query);
    return execute(query, options);
  };
  connection.streamQuery = (query, size, options) => {
    inspect(query);
    return stream(query, size, options);
  };
}
