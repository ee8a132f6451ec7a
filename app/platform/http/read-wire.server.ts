import type { z } from 'zod';
import { API_PROBLEMS, invalid, invalidAt, pointerTo, problemOf } from '../wire/problem.ts';
import { methodRefusal, refusal } from './problem.server.ts';

export interface SentJson {
  value: unknown;
  /** The body as it came, for telling a repetition from another request. */
  text: string;
}

/** The JSON body of a POST. Throws the refusal of anything else. */
export async function readJson(request: Request, allow = 'GET, HEAD, POST'): Promise<SentJson> {
  if (request.method !== 'POST') throw methodRefusal(allow);
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw refusal(problemOf(API_PROBLEMS, 'NOT_JSON', API_PROBLEMS.NOT_JSON.meaning));
  const text = decode(await request.arrayBuffer());
  try {
    return { value: JSON.parse(text, refuseTraps), text };
  } catch (fault) {
    const why = fault instanceof Trap ? fault.message : 'The body is not JSON.';
    throw refusal(problemOf(API_PROBLEMS, 'MALFORMED_JSON', why));
  }
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal(problemOf(API_PROBLEMS, 'MALFORMED_JSON', 'The body is not UTF-8.'));
  }
}

class Trap extends Error {}

/** `__proto__` would reach behind objects, and PostgreSQL has no text with a NUL in it. */
function refuseTraps(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Trap('The key “__proto__” is never taken in.');
  if (typeof value === 'string' && value.includes('\0'))
    throw new Trap(`The text at “${key}” holds a NUL character.`);
  return value;
}

/** What the schema makes of a body. Throws `INVALID` with a pointer for each fault. */
export function parseBody<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refusal(invalid(parsed.error));
}

/** What the schema makes of the query. A parameter sent twice is refused, like one that nobody knows. */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  return parseQuery(schema, new URL(request.url).searchParams);
}

/** The same of what is left of a query once its persona was read. */
export function parseQuery<T>(schema: z.ZodType<T>, searchParams: URLSearchParams): T {
  const names = [...searchParams.keys()];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw refusal(invalidAt([{ pointer: pointerTo([twice]), detail: 'Send this parameter once.' }]));
  return parseBody(schema, Object.fromEntries(searchParams));
}
