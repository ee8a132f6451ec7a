import { FEW_LANE, QUIET_LANES, SILENT_LANE } from './asked-in-confidence.ts';
import type { Said } from './watcher.ts';

/**
 * Where something tells a persona of whom a few answered from one of whom nobody did: whatever is said of either, but for its
 * name and its ids, must be the same.
 */
export function tellingApart(said: readonly Said[]): string[] {
  const byPath = new Map(said.map((one) => [one.path, one]));
  return said.flatMap((one) => {
    if (one.path.includes(SILENT_LANE)) return [];
    const twin = byPath.get(one.path.replace(FEW_LANE, SILENT_LANE));
    const [few, silent] =
      twin && twin !== one
        ? [[one.data], [twin.data]]
        : [about(one.data, FEW_LANE), about(one.data, SILENT_LANE)];
    // Beside other personas the two stand in other pairs and other places, so each thing that is said counts once.
    const [a, b] = [few, silent].map((parts) => [...new Set(parts.map(nameless))].sort().join('\n'));
    return a === b ? [] : [one.path];
  });
}

/** Every part of a tree that is about one persona. */
function about(data: unknown, lane: string): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isAbout(data, lane)) return [data];
  return Object.values(data).flatMap((one) => about(one, lane));
}

function isAbout(data: object, lane: string): boolean {
  const persona = 'persona' in data ? data.persona : null;
  return persona === lane || (persona as { id?: unknown } | null)?.id === lane;
}

const NAMES = new RegExp(QUIET_LANES.join('|'), 'gi');

function nameless(data: unknown): string {
  return JSON.stringify(data ?? null, (key, value) => (key === 'persona' ? 'X' : value))
    .replace(NAMES, 'X')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[a-z]{3}_\w{20,}/g, 'id');
}
