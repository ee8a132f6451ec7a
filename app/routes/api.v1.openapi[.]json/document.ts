import { z } from 'zod';
import { HELD_PROBLEMS } from '#app/answering/held/held-problems.ts';
import { MOMENT_PROBLEMS } from '#app/audience/moment/wire/moment-problems.ts';
import { AUDIENCE_PROBLEMS } from '#app/audience/wire/audience-problems.ts';
import { WEBHOOK_PROBLEMS } from '#app/followup/hook/wire/webhook-problems.ts';
import { FOLLOW_UP_PROBLEMS } from '#app/followup/wire/follow-up-problems.ts';
import { API_PROBLEMS, ProblemOut, type ProblemTable } from '#app/platform/wire/problem.ts';
import { PROGRAMME_PROBLEMS } from '#app/programme/wire/programme-problems.ts';
import { MEDIA_TYPES } from '#app/results/export/export-job.ts';
import { EXPORT_PROBLEMS } from '#app/results/export/export-problems.ts';
import { THEME_PROBLEMS } from '#app/results/theme/wire/theme-problems.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { ANSWERS, BODIES } from './schemas.ts';

const PROBLEMS: ProblemTable = {
  ...API_PROBLEMS,
  ...AUDIENCE_PROBLEMS,
  ...MOMENT_PROBLEMS,
  ...PROGRAMME_PROBLEMS,
  ...HELD_PROBLEMS,
  ...FOLLOW_UP_PROBLEMS,
  ...THEME_PROBLEMS,
  ...WEBHOOK_PROBLEMS,
  ...EXPORT_PROBLEMS,
};

/** The contract as OpenAPI 3.1, made from the schemas that the doors parse and answer with. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method] = describeOperation(operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rolecall API',
      version: '1',
      description:
        'Persona-aware feedback. A figure belongs to exactly one persona, so no schema here has a slot for one over several. Problems are listed at /docs/problems.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...schemasOf(ANSWERS, 'output'),
        ...schemasOf(BODIES, 'input'),
        ...schemasOf({ Problem: ProblemOut }, 'output'),
      },
    },
  };
}

function describeOperation(operation: Operation): Record<string, unknown> {
  const { id, summary, scope, body, method } = operation;
  return {
    operationId: id,
    summary,
    ...(scope === null
      ? { security: [] }
      : { 'x-scope': scope, description: `Needs a key with the scope ${scope}.` }),
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...idempotencyHeader(method)],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: ref(body) } } } }
      : {}),
    responses: responsesOf(operation),
  };
}

function pathParameters({ path }: Operation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters({ query, persona }: Operation) {
  const { properties = {}, required = [] } = query ? toJson(query, 'input') : {};
  const named = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  if (!persona) return named;
  const description = 'The id of exactly one persona.';
  return [
    ...named,
    { name: 'persona', in: 'query', required: true, description, schema: { type: 'string' } },
  ];
}

function idempotencyHeader(method: Operation['method']) {
  if (method !== 'post') return [];
  const description = 'Your key for this request. Sent again within 24 hours it gets the same answer.';
  const schema = { type: 'string', minLength: 1, maxLength: 255 };
  return [{ name: 'Idempotency-Key', in: 'header', required: false, description, schema }];
}

function responsesOf(operation: Operation): Record<string, unknown> {
  const codes = Map.groupBy(codesOf(operation), (code) => PROBLEMS[code]!.status);
  const statuses = new Set([...Object.keys(operation.answers).map(Number), ...codes.keys()]);
  const responses: Record<string, unknown> = {};
  for (const status of [...statuses].sort((a, b) => a - b)) {
    const said = codes.get(status) ?? [];
    responses[status] = {
      description: said.length > 0 ? said.join(', ') : 'Done.',
      content: {
        ...contentOf(operation.answers[status]),
        ...(said.length > 0 ? { 'application/problem+json': { schema: ref('Problem') } } : {}),
      },
    };
  }
  return responses;
}

function contentOf(answer: Operation['answers'][number] | undefined): Record<string, unknown> {
  switch (answer) {
    case undefined:
      return {};
    case 'Stream':
      return {
        'application/x-ndjson': { schema: ref('Response') },
        'text/csv': { schema: { type: 'string' } },
      };
    case 'File':
      return Object.fromEntries(
        Object.values(MEDIA_TYPES).map((type) => [type.split(';')[0], { schema: {} }]),
      );
    case 'Document':
      return { 'application/json': { schema: { type: 'object' } } };
    default:
      return { 'application/json': { schema: ref(answer) } };
  }
}

/** What a request of this kind may meet, whatever it is about. */
function codesOf({ method, path, scope, query, persona, problems = [] }: Operation): string[] {
  if (scope === null) return [];
  const writes = [
    'MALFORMED_JSON',
    'NOT_JSON',
    'INVALID',
    'IDEMPOTENCY_MISMATCH',
    'IDEMPOTENCY_IN_PROGRESS',
    'IDEMPOTENCY_IN_DOUBT',
  ];
  const codes = ['UNAUTHORIZED', 'SCOPE_MISSING', 'FAULT', ...(method === 'post' ? writes : [])];
  if (path.includes('{') || persona || path === '/responses') codes.push('NOT_FOUND');
  if (query && method === 'get') codes.push('INVALID');
  return [...codes, ...problems];
}

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

interface ObjectSchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

function schemasOf(schemas: Record<string, z.ZodType>, io: 'input' | 'output') {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toJson(schema, io)]));
}

function toJson(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return json as ObjectSchema;
}
