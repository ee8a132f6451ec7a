import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { RemixHandler } from './listener.server.ts';

/** By how many words at the start of a path doors are told apart: `api/v1/waves` is one house number, `people` another. */
const MOST_WORDS = 3;

/**
 * Remix ranks and compiles every route anew on each match, several times a page, so that a page costs the more the more
 * others there are. Here it is given only those that its path can mean.
 */
export function handleNear(build: ServerBuild): RemixHandler {
  const near = routesNear(build);
  const handlers = new Map<ServerBuild, RemixHandler>();
  return (request, context) => {
    const part = near(new URL(request.url).pathname);
    const handler = handlers.get(part) ?? createRequestHandler(part, 'production');
    handlers.set(part, handler);
    return handler(request, context);
  };
}

/**
 * The build with no other routes than those that a path, or the paths above it, can match. As many are kept as the routes
 * have beginnings, whatever is asked for; a path that begins like none gets them all.
 */
export function routesNear(build: ServerBuild): (path: string) => ServerBuild {
  const patterns = new Map(Object.keys(build.routes).map((id) => [id, patternOf(build, id)]));
  const beginnings = new Set([...patterns.values()].flatMap(beginningsOf));
  const parts = new Map<string, ServerBuild>([['', build]]);
  return (path) => {
    const beginning = longestOf(beginnings, path);
    const part = parts.get(beginning) ?? partOf(build, patterns, beginning.split('/'));
    parts.set(beginning, part);
    return part;
  };
}

/** Every segment from the root on: frames without a path of their own add none. */
function patternOf({ routes }: ServerBuild, id: string): string[] {
  const route = routes[id];
  if (!route) return [];
  const own = route.path?.toLowerCase().split('/').filter(Boolean) ?? [];
  return [...(route.parentId ? patternOf({ routes } as ServerBuild, route.parentId) : []), ...own];
}

/** The words of a pattern before the first that may be anything. */
function beginningsOf(pattern: readonly string[]): string[] {
  const open = pattern.findIndex(isOpen);
  const words = pattern.slice(0, Math.min(open < 0 ? pattern.length : open, MOST_WORDS));
  return words.map((_, at) => words.slice(0, at + 1).join('/'));
}

function isOpen(segment: string): boolean {
  return segment.startsWith(':') || segment === '*' || segment.endsWith('?');
}

/** What the routes do not say in these letters begins nothing, an escaped letter for one; Remix takes capitals for small ones. */
function longestOf(beginnings: ReadonlySet<string>, path: string): string {
  const words = path
    .toLowerCase()
    .replace(/\.data$/, '')
    .split('/')
    .slice(1, MOST_WORDS + 1);
  let longest = '';
  for (const word of words) {
    const longer = longest === '' ? word : `${longest}/${word}`;
    if (!beginnings.has(longer)) break;
    longest = longer;
  }
  return longest;
}

function partOf(
  build: ServerBuild,
  patterns: ReadonlyMap<string, readonly string[]>,
  beginning: readonly string[],
): ServerBuild {
  const isNear = (id: string) => agree(patterns.get(id)!, beginning);
  return {
    ...build,
    routes: only(build.routes, isNear),
    assets: { ...build.assets, routes: only(build.assets.routes, isNear) },
  };
}

/** Whether the one can begin as the other does, as far as both say. */
function agree(pattern: readonly string[], beginning: readonly string[]): boolean {
  const open = pattern.findIndex(isOpen);
  const said = open < 0 ? pattern : pattern.slice(0, open);
  return said.every((word, at) => at >= beginning.length || word === beginning[at]);
}

function only<T>(all: Record<string, T>, isKept: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => isKept(id)));
}
