import { z } from 'zod';

/** One way in which the API says no: the same code is always the same status and the same advice. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What it means and what to do, for the page that lists them. */
  readonly meaning: string;
}

export type ProblemTable = Readonly<Record<string, ProblemKind>>;

/** Refusals that have nothing to do with what the API is about. Each stage adds a table of its own. */
export const API_PROBLEMS = {
  UNAUTHORIZED: {
    status: 401,
    title: 'No live key',
    meaning:
      'Send a key that was not revoked, as “Authorization: Bearer <key>”. An admin makes keys in Settings.',
  },
  SCOPE_MISSING: {
    status: 403,
    title: 'The key may not do this',
    meaning:
      'The key lacks the scope that the answer names. Scopes are set when a key is made: make another one.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'Nothing here',
    meaning:
      'There is no such thing in this key’s workspace. What belongs to another workspace is not there either.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'Not by this method',
    meaning: 'The header Allow names the methods that this address answers.',
  },
  MALFORMED_JSON: {
    status: 400,
    title: 'The body can’t be read',
    meaning: 'The body is not JSON in UTF-8, or it holds a key or a character that is never taken in.',
  },
  NOT_JSON: {
    status: 415,
    title: 'The body is not JSON',
    meaning: 'Send the body as JSON, with the header “Content-Type: application/json”.',
  },
  INVALID: {
    status: 422,
    title: 'Something in the request is not as it must be',
    meaning: 'Each entry of “errors” points at one place and says what belongs there. Nothing was stored.',
  },
  IDEMPOTENCY_MISMATCH: {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
    meaning: 'The key came before with another body or another address. Make a new key for each new request.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
    meaning: 'Wait a moment and send the same request again; its answer will be given once more.',
  },
  IDEMPOTENCY_IN_DOUBT: {
    status: 409,
    title: 'The first request with this Idempotency-Key never ended',
    meaning:
      'It was cut off before its answer was written down. Read what is there, then send what is missing with a new key.',
  },
  FAULT: {
    status: 500,
    title: 'Something went wrong on our side',
    meaning: 'It was written down. Send the same request again with the same Idempotency-Key.',
  },
} as const satisfies ProblemTable;

/** A place in the request and what belongs there. */
export const FaultOut = z.object({
  pointer: z
    .string()
    .meta({ description: 'Where, as a fragment: #/emails/0 in the body, #/limit in the query.' }),
  detail: z.string(),
});
export type Fault = z.infer<typeof FaultOut>;

/** RFC 9457. Some codes add members of their own. */
export const ProblemOut = z.looseObject({
  type: z.string().meta({ description: 'A stable address that explains the code: /docs/problems#INVALID' }),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().meta({ description: 'What happened and what to do, in a sentence.' }),
  errors: z.array(FaultOut).optional(),
});
export type Problem = z.infer<typeof ProblemOut>;

export function problemOf<T extends ProblemTable>(
  table: T,
  code: keyof T & string,
  detail: string,
  more: Record<string, unknown> & { errors?: Fault[] } = {},
): Problem {
  const { status, title } = table[code]!;
  return { type: `/docs/problems#${code}`, title, status, code, detail, ...more };
}

/** `INVALID` with a pointer for each thing that a schema found. */
export function invalid(error: z.ZodError): Problem {
  const errors = error.issues.map(({ path, message }) => ({ pointer: pointerTo(path), detail: message }));
  return invalidAt(errors);
}

export function invalidAt(errors: Fault[]): Problem {
  const [first] = errors;
  const more = errors.length > 1 ? ` And ${errors.length - 1} more.` : '';
  return problemOf(API_PROBLEMS, 'INVALID', `${first?.pointer}: ${first?.detail}${more}`, { errors });
}

/** RFC 6901, as a fragment. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return `#${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}
