import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { expect, test } from 'vitest';
import { routesNear } from '#app/platform/http/near-routes.server.ts';
import { loadBundle } from '#tests/support/doors.ts';

/** What a path of one route can look like, sent by a link, by Remix itself, or by somebody who types. */
const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => path,
  (path) => `${path}/`,
  (path) => `${path}.data`,
  (path) => `${path}/and/more`,
  (path) => path.toUpperCase(),
  (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => path.replace(/.$/, ''),
  (path) => path.replaceAll('some', 'import'),
];

test.each(['workspace', 'respondent'] as const)(
  'of the routes that a path of the %s begins like, the same one answers as of all',
  async (name) => {
    const build = await loadBundle(name);
    const near = routesNear(build);
    const paths = Object.keys(build.routes).flatMap((id) =>
      SPELLINGS.map((spelt) => spelt(pathOf(build, id))),
    );
    for (const path of ['/', '/_root.data', ...paths]) {
      const part = near(path);
      if (part === build) continue;
      // Remix matches what stands above a path as well, and a path of data without its ending.
      for (const one of new Set([path, path.replace(/\.data$/, ''), ...above(path)]))
        expect(matched(part, one), `${one} of ${path}`).toEqual(matched(build, one));
      expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    }
  },
);

test('a page is matched against the routes that it could be, and what is asked for makes no more of them', async () => {
  const build = await loadBundle('workspace');
  const near = routesNear(build);
  const parts = ['/people/p_1', '/people/p_2', '/PEOPLE/p_3/more'].map(near);
  expect(new Set(parts).size).toBe(1);
  expect(Object.keys(parts[0]!.routes).length).toBeLessThan(20);
  expect(Object.keys(near('/api/v1/waves/w_1').routes).length).toBeLessThan(30);
  for (const unknown of ['/no-such-page', '/%70eople', '/__manifest', '/']) expect(near(unknown)).toBe(build);
});

function pathOf({ routes }: ServerBuild, id: string): string {
  const route = routes[id];
  if (!route) return '';
  const own = (route.path ?? '').replace(/:\w+/g, 'some').replace('*', 'some/thing');
  return pathOf({ routes } as ServerBuild, route.parentId ?? '') + (own && `/${own}`);
}

function above(path: string): string[] {
  const words = path.split('/').filter(Boolean);
  return words.map((_, at) => `/${words.slice(0, at).join('/')}`);
}

const known = new WeakMap<ServerBuild, Map<string, unknown>>();

/** Which routes answer, with what they read from the path; asked once for each. */
function matched(build: ServerBuild, path: string): unknown {
  const answers = known.get(build) ?? new Map<string, unknown>();
  known.set(build, answers);
  if (!answers.has(path)) {
    const matches = matchRoutes(below(build, undefined), path);
    answers.set(
      path,
      matches?.map(({ route, params }) => ({ id: route.id, params })),
    );
  }
  return answers.get(path);
}

function below(build: ServerBuild, parentId: string | undefined): Parameters<typeof matchRoutes>[0] {
  return Object.values(build.routes).flatMap((route) => {
    if (!route || route.parentId !== parentId) return [];
    const { id, path, index } = route;
    return [index ? { id, path, index: true } : { id, path, children: below(build, id) }];
  });
}
