import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Listening, listListening } from '../endpoint/endpoint.store.server.ts';
import { type HookEvent, insertDeliveries, insertEvents } from './event.store.server.ts';
import { type Happening, HOOK_KINDS } from './hook-kinds.ts';

/**
 * Tells whoever listens of what happened, in the transaction in which it happens (`house.db`): either both are kept or
 * neither. The same subject of a kind is told once, however often it is written. Answers how many events are new; what
 * nobody wants to hear is not kept. Throws where data do not fit their kind, before anything is written.
 */
export async function writeEvents(
  { db: tx, ids }: Pick<House, 'db' | 'ids'>,
  workspace: Workspace,
  happenings: readonly Happening[],
): Promise<number> {
  const fitting = happenings.map(toCells);
  const listening = fitting.length > 0 ? await listListening(tx, workspace) : [];
  const wanted = fitting.filter((one) => listening.some((endpoint) => wants(endpoint, one)));
  if (wanted.length === 0) return 0;
  // Ids of one millisecond come in any order, and a receiver is told in the order of ids.
  const made = wanted.map(() => ids.make()).sort();
  const events = wanted.map((one, at) => ({ ...one, id: made[at]! }));
  const isNew = new Set(await insertEvents(tx, workspace, events));
  const fresh = events.filter(({ id }) => isNew.has(id));
  await insertDeliveries(
    tx,
    workspace,
    fresh.flatMap((event) =>
      listening
        .filter((endpoint) => wants(endpoint, event))
        .map(({ id }) => ({ endpointId: id, eventId: event.id, at: event.at })),
    ),
  );
  return fresh.length;
}

function wants({ kinds, since }: Listening, { kind, at }: Pick<HookEvent, 'kind' | 'at'>): boolean {
  return since <= at && kinds.includes(kind);
}

/** @throws where a happening holds what its kind has no place for: nothing with a figure in it gets this far. */
export function toCells({ kind, subject, at, ...told }: Happening): Omit<HookEvent, 'id'> {
  const data = HOOK_KINDS[kind].data.parse(told.data);
  const names = HOOK_KINDS[kind].names.parse(told.names);
  const personaId = 'persona' in data ? data.persona.id : null;
  return { kind, subject, at, personaId, data, namedData: { ...data, ...names } };
}
