import { z } from 'zod';
import { API_SCOPES, type ApiScope } from '#app/membership/keys/api-scope.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { anotherDesk, type Desk } from './asking.ts';
import { type OpenDoors, openDoors } from './doors.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from './house.ts';

export const ALL_SCOPES = Object.keys(API_SCOPES) as ApiScope[];

export interface ApiAnswer<T> {
  status: number;
  body: T;
  text: string;
  headers: Headers;
}

export interface OpenApi {
  open: TestHouse;
  doors: OpenDoors;
  desk: Desk;
  /** A caller with a key of its own for this workspace. */
  caller(desk?: Desk, scopes?: readonly ApiScope[]): Promise<ApiCaller>;
  anotherDesk(name: string): Promise<Desk>;
  close(): Promise<void>;
}

/** A house with a workspace, its doors, and callers who hold every answer against the served contract. */
export async function openApi(
  engine: Engine = 'sqlite',
  vars: Record<string, string> = {},
): Promise<OpenApi> {
  const open = await openTestHouse({ engine, vars });
  const founded = await foundTestWorkspace(open.house);
  const doors = await openDoors(open.house);
  const contract = await readContract(doors.origin);
  const own = { house: open.house, ...founded };
  return {
    open,
    doors,
    desk: own,
    caller: async (desk = own, scopes = ALL_SCOPES) => {
      const made = { name: 'Test', scopes, actor: desk.memberId };
      return new ApiCaller(doors.origin, contract, (await createKey(open.house, desk.workspace, made)).token);
    },
    anotherDesk: (name) => anotherDesk(open.house, name),
    close: async () => {
      await doors.close();
      await open.close();
    },
  };
}

export class ApiCaller {
  readonly #origin: string;
  readonly #contract: Contract;
  readonly #token: string;

  constructor(origin: string, contract: Contract, token: string) {
    this.#origin = origin;
    this.#contract = contract;
    this.#token = token;
  }

  get<T = Record<string, unknown>>(path: string): Promise<ApiAnswer<T>> {
    return this.send<T>('GET', path);
  }

  post<T = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<T>> {
    const type = { 'content-type': 'application/json' };
    return this.send<T>('POST', path, { body: JSON.stringify(body), headers: { ...type, ...headers } });
  }

  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    { headers, ...init }: RequestInit = {},
  ): Promise<ApiAnswer<T>> {
    const answer = await fetch(new URL(`/api/v1${path}`, this.#origin), {
      method,
      ...init,
      headers: { authorization: `Bearer ${this.#token}`, ...(headers as Record<string, string>) },
    });
    const text = await answer.text();
    const type = (answer.headers.get('content-type') ?? '').split(';')[0]!;
    const body = type.endsWith('json') && method !== 'HEAD' && text !== '' ? parse(type, text) : text;
    if (method !== 'HEAD') this.#contract.hold({ method, path, status: answer.status, type, body });
    return { status: answer.status, body: body as T, text, headers: answer.headers };
  }
}

function parse(type: string, text: string): unknown {
  if (type !== 'application/x-ndjson') return JSON.parse(text);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

interface Given {
  method: string;
  path: string;
  status: number;
  type: string;
  body: unknown;
}

type Json = Record<string, unknown>;

/** Reads the document as any client would: nothing here knows our schemas. */
async function readContract(origin: string): Promise<Contract> {
  const document = await (await fetch(new URL('/api/v1/openapi.json', origin))).json();
  return new Contract(document as Json);
}

class Contract {
  readonly #paths: [RegExp, Json][];
  readonly #schemas: Json;

  constructor(document: Json) {
    this.#paths = Object.entries(document.paths as Json).map(([path, item]) => [
      new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
      item as Json,
    ]);
    this.#schemas = moveRefs((document.components as Json).schemas) as Json;
  }

  /** Throws when this answer is not one that the document promises. */
  hold({ method, path, status, type, body }: Given): void {
    const [bare] = path.split('?');
    const item = this.#paths.find(([pattern]) => pattern.test(bare!))?.[1];
    const operation = item?.[method.toLowerCase()] as Json | undefined;
    if (!operation) {
      if (status === 404 || status === 405) return;
      throw new Error(`${method} ${bare} is not in the contract and answered ${status}`);
    }
    const promised = (operation.responses as Json)[status] as { content: Record<string, Json> } | undefined;
    const schema = promised?.content[type]?.schema;
    if (!schema) throw new Error(`${method} ${bare} answered ${status} ${type}, which is not promised`);
    const lines = type === 'application/x-ndjson' ? (body as unknown[]) : [body];
    const reader = z.fromJSONSchema({ $defs: this.#schemas, ...(moveRefs(schema) as Json) } as never);
    for (const line of lines) {
      const read = reader.safeParse(line);
      if (read.success) continue;
      throw new Error(`${method} ${bare} ${status} breaks the contract: ${z.prettifyError(read.error)}`);
    }
  }
}

/** JSON Schema looks for definitions elsewhere than OpenAPI keeps them. */
function moveRefs(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));
}
