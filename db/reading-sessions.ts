import { openSessions } from './postgres-sessions.ts';
import type { Found, Question } from './reading-thread.ts';

/** So many that a few long reads do not hold up the small ones of a page. */
const SESSIONS = 4;

/** Reads PostgreSQL, several statements at a time. */
export function openReadingSessions(url: string): (question: Question) => Promise<Found> {
  const pool = openSessions(url, SESSIONS);
  return async ({ sql, parameters, plan }) => {
    const asked = { text: sql, values: [...parameters], rowMode: 'array' as const };
    const { fields, rows } = await pool.query<unknown[]>(
      plan === undefined ? asked : { ...asked, name: plan },
    );
    return { names: fields.map(({ name }) => name), rows };
  };
}
