import type { ServerBuild } from '@remix-run/node';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { MATRIX, type Row } from '#tests/doors/matrix.ts';
import { ALL_SCOPES } from '#tests/support/api.ts';
import type { CanaryIds } from '#tests/support/canary-workspace.ts';
import { loadBundle } from '#tests/support/doors.ts';
import { addMember } from '#tests/support/members.ts';
import { type AskedInConfidence, LANES } from './asked-in-confidence.ts';
import { csvData } from './csv-data.ts';

export type Watching = 'executive' | 'cx';

export interface Surface {
  readonly route: string;
  readonly path: string;
  readonly byKey: boolean;
}

/** One address with what it said. */
export interface Said extends Surface {
  readonly body: string;
  readonly data: unknown;
}

/**
 * Routes that say something about answers: their data are read number by number. Whatever else a permission opens must stay
 * the same whatever is answered.
 */
export const SPEAKING: Readonly<Record<string, readonly string[]>> = {
  '_desk.overview': ['/overview?wave=WAVE', '/overview'],
  '_desk.results._index': [
    ...['/results?wave=WAVE', '/results?wave=WAVE&persona=buyer', '/results?wave=WAVE&persona=end_user'],
    '/results?wave=WAVE&persona=end_user&account=ACCOUNT',
  ],
  '_desk.results.$wave.$persona': LANES.flatMap((lane) => [
    `/results/WAVE/${lane}`,
    `/results/WAVE/${lane}?q=Thistledown`,
  ]),
  '_desk.results[.]csv': ['/results.csv?wave=WAVE'],
  '_desk.answers._index': LANES.flatMap((lane) => [
    `/answers?wave=WAVE&persona=${lane}`,
    `/answers?wave=WAVE&persona=${lane}&q=Thistledown`,
  ]),
  '_desk.answers.tag': LANES.flatMap((lane) => [
    `/answers/tag?wave=WAVE&persona=${lane}`,
    `/answers/tag?wave=WAVE&persona=${lane}&q=Thistledown`,
  ]),
  '_desk.results.$wave.themes._index': ['/results/WAVE/themes', '/results/WAVE/themes?persona=buyer'],
  '_desk.sends.$wave_.told.$persona': LANES.map((lane) => `/sends/WAVE/told/${lane}`),
  'api.v1.results': LANES.flatMap((lane) => [
    `/api/v1/results?wave=WAVE&persona=${lane}`,
    `/api/v1/results?wave=WAVE&persona=${lane}&account=ACCOUNT`,
  ]),
  'api.v1.results.waves.$wave': ['/api/v1/results/waves/WAVE'],
  'api.v1.results.waves.$wave.themes': ['/api/v1/results/waves/WAVE/themes'],
  'api.v1.responses': ['/api/v1/responses?wave=WAVE', '/api/v1/responses?wave=WAVE&format=csv'],
};

/** What repeats the executive's page: it moves when that does, and holds no number that does not stand there. */
export const REPEATING = new Set([
  '_desk.overview[.]pdf',
  '_desk.overview_.lines',
  '_desk.overview_.lines[.]csv',
  '_desk.overview_.monday',
  '_desk.overview_.lane[.]png',
]);

/** Somebody of the workspace who writes everything down that their permission opens; a CX member has an API key too. */
export class Watcher {
  readonly surfaces: readonly Surface[];
  readonly #asked: AskedInConfidence;
  readonly #as: Watching;
  readonly #origin: string;
  readonly #memberId: string;
  readonly #key: string;
  readonly #build: ServerBuild;

  static async open(as: Watching, asked: AskedInConfidence, origin: string): Promise<Watcher> {
    const { house, workspace, memberId: actor } = asked.desk;
    const { id } = await addMember(house, workspace, as);
    const { token } = await createKey(house, workspace, { name: 'Watcher', scopes: ALL_SCOPES, actor });
    return new Watcher(as, asked, origin, { id, token, build: await loadBundle('workspace') });
  }

  private constructor(
    as: Watching,
    asked: AskedInConfidence,
    origin: string,
    { id, token, build }: { id: string; token: string; build: ServerBuild },
  ) {
    this.#as = as;
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

  #listSurfaces(): Surface[] {
    const opened = MATRIX.filter(({ get }) => get && get.anonymous !== 200);
    // A refusal must not move either.
    const own = opened
      .filter(({ get }) => [200, 422].includes(Number(get![this.#as])))
      .map((row) => ({ row, byKey: false }));
    const keyed = this.#as === 'cx' ? opened.filter(({ get }) => get!.key === 200) : [];
    const all = [...own, ...keyed.map((row) => ({ row, byKey: true }))];
    const found = all.flatMap(({ row, byKey }) =>
      [this.#pathOf(row), ...(SPEAKING[row.route] ?? []).map((path) => this.#fill(path))].map((path) => ({
        ...{ route: row.route, path, byKey },
      })),
    );
    return [...new Map(found.map((surface) => [surface.path, surface])).values()];
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

  #fill(path: string): string {
    const { waveId, accountId } = this.#asked;
    return path.replace('WAVE', toSlug('wave', waveId)).replace('ACCOUNT', toSlug('account', accountId));
  }

  async #headers(byKey: boolean): Promise<Record<string, string>> {
    if (byKey) return { authorization: `Bearer ${this.#key}` };
    const { house, workspace } = this.#asked.desk;
    const member = { id: this.#memberId, permission: this.#as };
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
    const [, , wave, persona] = url.pathname.split('/');
    const params = surface.route.includes('told')
      ? { wave, persona: url.pathname.split('/').at(-1) }
      : { wave, persona };
    const loader = this.#build.routes[`routes/${surface.route}`]?.module.loader;
    if (!loader) throw new Error(`${surface.route} has no loader.`);
    const { house } = this.#asked.desk;
    const request = new Request(url, { headers: await this.#headers(false) });
    const data = await loader({ request, params, context: { house, nonce: '', peer: '127.0.0.1' } });
    if (data instanceof Response) {
      const body = await data.text();
      return { ...surface, body, data: csvData(body) };
    }
    return { ...surface, body: JSON.stringify(data), data };
  }
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  }
}
