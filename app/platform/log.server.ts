import pino, { type Logger } from 'pino';

export type Log = Logger;

/** JSON lines without tokens, addresses or words of respondents; callers log ids and counts. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    // PostgreSQL tells the values of the row that it refused; a mailbox, what was asked of it and what it said.
    redact: {
      paths: ['err.detail', 'err.where', 'err.executedCommand', 'err.response', 'err.responseText'],
      remove: true,
    },
  });
}
