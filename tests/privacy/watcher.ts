import type { ServerBuild } from '@remix-run/node';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { MATRIX, type Row } from '#tests/doors/matrix.ts';
import { ALL_SCOPES } from '#tests/support/api.ts';
import type { CanaryIds } from '#tests/support/canary-workspace.ts';
import { contextOf } from '#tests/support/context.ts';
import { loadBundle } from '#tests/support/doors.ts';
import { addMember } from '#tests/support/members.ts';
import type { AskedInConfidence } from './asked-in-confidence.ts';
import { csvData } from './csv-data.ts';
import { pdfLines } from './pdf-text.ts';
import { filled, paramsOf, SPEAKING } from './speaking.ts';
import { linesData, paperData } from './words-data.ts';

/** `key` holds an API key of all scopes and nothing else; a CX member holds one as well. */
export type Watching = 'executive' | 'cx' | 'key';

export interface Surface {
  readonly route: string;
  readonly path: string;
  readonly byKey: boolean;
}

/** One address with what it said; a file or a mail by what it is called. */
export interface Said extends Surface {
  readonly body: string;
  readonly data: unknown;
}

/** Somebody of the workspace who writes everything down that their permission opens; a CX member has an API key too. */
export class Watcher {
  readonly surfaces: readonly Surface[];
  readonly #asked: AskedInConfidence;
  readonly as: Watching;
  readonly #origin: string;
  readonly #memberId: string;
  readonly #key: string;
  readonly #build: ServerBuild;

  static async open(as: Watching, asked: AskedInConfidence, origin: string): Promise<Watcher> {
    const { house, workspace, memberId: actor } = asked.desk;
    const { id } = await addMember(house, workspace, as === 'executive' ? as : 'cx');
    const { token } = await createKey(house, workspace, { name: 'Watcher', scopes: ALL_SCOPES, actor });
    return new Watcher(as, asked, origin, { id, token, build: await loadBundle('workspace') });
  }

  private constructor(
    as: Watching,
    asked: AskedInConfidence,
    origin: string,
    { id, token, build }: { id: string; token: string; build: ServerBuild },
  ) {
    this.as = as;
    this.#asked = asked;
    this.#origin = origin;
    this.#memberId = id;
    this.#key = token;
    this.#build = build;
    this.surfaces = this.#listSurfaces();
  }

  /** Every page, file and answer of the API that this permission opens, as it stands now. */
  async lookAtAll(): Promise<Said[]> {
    const said = [];
    for (const surface of this.surfaces) said.push(await this.#get(surface));
    return said;
  }

  /** What says something about answers, as data. */
  async read(): Promise<Said[]> {
    const said = [];
    for (const surface of this.surfaces)
      if (SPEAKING[surface.route])
        said.push(surface.byKey ? await this.#get(surface) : await this.#load(surface));
    return said;
  }

  /** Sends a form as the member. */
  async post(path: string, form: Record<string, string>): Promise<void> {
    const answered = await fetch(new URL(path, this.#origin), {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
      headers: await this.#headers(false),
    });
    if (answered.status !== 303) throw new Error(`${path} answered ${answered.status}`);
  }

  /** The data of one page that is no surface by itself. */
  page(route: string, path: string): Promise<Said> {
    return this.#load({ route, path, byKey: false });
  }

  async file(path: string): Promise<Buffer> {
    const headers = await this.#headers(false);
    const answered = await fetch(new URL(path, this.#origin), { headers });
    if (answered.status !== 200) throw new Error(`${path} answered ${answered.status}`);
    return Buffer.from(await answered.arrayBuffer());
  }

  #listSurfaces(): Surface[] {
    const opened = MATRIX.filter(({ get }) => get && get.anonymous !== 200);
    const { as } = this;
    // A refusal must not move either.
    const rows = as === 'key' ? [] : opened.filter(({ get }) => [200, 422].includes(Number(get![as])));
    const own = rows.map((row) => ({ row, byKey: false }));
    const keyed = as === 'executive' ? [] : opened.filter(({ get }) => [200, 422].includes(Number(get!.key)));
    const all = [...own, ...keyed.map((row) => ({ row, byKey: true }))];
    const found = all.flatMap(({ row, byKey }) =>
      [this.#pathOf(row), ...this.#speaking(row.route)].map((path) => ({ route: row.route, path, byKey })),
    );
    // Whoever holds the link reads it, so whoever watches does.
    const shared = (as === 'key' ? [] : this.#speaking('share.$token')).map((path) => ({
      ...{ route: 'share.$token', path, byKey: false },
    }));
    return [...new Map([...found, ...shared].map((surface) => [surface.path, surface])).values()];
  }

  #speaking(route: string): string[] {
    return (SPEAKING[route] ?? []).map((path) => filled(path, this.#asked));
  }

  #pathOf({ path }: Row): string {
    const { waveId, programmeId, surveyId } = this.#asked;
    const known: Partial<CanaryIds> = {
      ...{ wave: toSlug('wave', waveId), programme: toSlug('programme', programmeId) },
      ...{ survey: toSlug('survey', surveyId), language: 'de' },
    };
    // What this workspace has none of is not there, and says so each time.
    const ids = new Proxy(known, { get: (_, name) => known[name as keyof CanaryIds] ?? 'none' }) as CanaryIds;
    return typeof path === 'string' ? path : path(ids);
  }

  async #headers(byKey: boolean): Promise<Record<string, string>> {
    if (byKey) return { authorization: `Bearer ${this.#key}` };
    const { house, workspace } = this.#asked.desk;
    const member = { id: this.#memberId, permission: this.as === 'executive' ? this.as : 'cx' } as const;
    const cookie = await startSession(house, house.db, workspace, member);
    return { cookie: cookie.split(';')[0]!, 'sec-fetch-site': 'same-origin' };
  }

  async #get(surface: Surface): Promise<Said> {
    const answered = await fetch(new URL(surface.path, this.#origin), {
      redirect: 'manual',
      headers: await this.#headers(surface.byKey),
    });
    const body = (await answered.text()).replace(/nonce="[^"]*"/g, '');
    return { ...surface, body, data: surface.byKey ? jsonIn(body) : null };
  }

  /** The loader of the built page, with its guard: all that the page is made of. */
  async #load(surface: Surface): Promise<Said> {
    const url = new URL(surface.path, this.#origin);
    const params = paramsOf(surface.route, url.pathname);
    const loader = this.#build.routes[`routes/${surface.route}`]?.module.loader;
    if (!loader) throw new Error(`${surface.route} has no loader.`);
    const { house } = this.#asked.desk;
    const request = new Request(url, { headers: await this.#headers(false) });
    const context = contextOf(house, { peer: '127.0.0.1' });
    const loaded = await refusedOr(() => loader({ request, params, context }));
    return { ...surface, ...(await readLoaded(loaded)) };
  }
}

/** A refusal is thrown, and says something all the same. */
async function refusedOr(load: () => unknown): Promise<unknown> {
  try {
    return await load();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

async function readLoaded(loaded: unknown): Promise<Pick<Said, 'body' | 'data'>> {
  if (!(loaded instanceof Response)) {
    const data = isWithHeaders(loaded) ? loaded.data : loaded;
    const body = JSON.stringify(data);
    return { body, data: [data, linesData(wordsIn(data).join('\n'))] };
  }
  if (loaded.headers.get('content-type') === 'application/pdf') {
    const lines = pdfLines(Buffer.from(await loaded.arrayBuffer()));
    return { body: lines.join('\n'), data: paperData(lines) };
  }
  const body = await loaded.text();
  return { body, data: csvData(body) };
}

function isWithHeaders(loaded: unknown): loaded is { data: unknown } {
  return (loaded as { type?: unknown } | null)?.type === 'DataWithResponseInit';
}

/** Every text in a tree of data. */
function wordsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(wordsIn) : [];
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  }
}
