/**
 * Faults after which the same request may well succeed in a minute: the database cannot be reached, is full, read-only
 * or busy. SQLite names them by code, PostgreSQL by the class of its SQLSTATE, and a socket by its own.
 */
const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|PROTOCOL|NOMEM)/;
const POSTGRES = /^(08|53|57P|58)/;
const READ_ONLY_POSTGRES = '25006';
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENOENT',
]);
const SAID =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/** True where waiting helps and nothing is wrong with what was sent. */
export function isDatabaseAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = 'code' in fault ? String(fault.code) : '';
  if (SQLITE.test(code) || POSTGRES.test(code) || code === READ_ONLY_POSTGRES || SOCKET.has(code))
    return true;
  if (SAID.test(fault.message)) return true;
  const inner = fault instanceof AggregateError ? fault.errors : [fault.cause];
  return inner.some((one) => one !== undefined && isDatabaseAway(one));
}
