import { createCommitQueue } from '#app/platform/commit-together.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { inOneTrip } from '#app/platform/one-trip.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import {
  findRevoked,
  insertAnswers,
  insertNewResponses,
  insertResponses,
  markAnswered,
  type NewAnswer,
  type NewResponse,
} from './answering.store.server.ts';
import { deleteBegun } from './begun.store.server.ts';
import { settleAsAnswered } from './held/settle-as-answered.server.ts';

/** What the stages further down need to know of a kept response, inside its transaction. */
export interface KeptResponse {
  responseId: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  accountId: string | null;
  /** What the tally counts: score digits or option keys; none for a text. */
  answers: readonly { questionKey: string; values: readonly string[] }[];
}

/** Counts responses in the transaction that keeps them; each is handed over once. */
export type OnKept = (tx: Db, workspace: Workspace, kept: readonly KeptResponse[]) => Promise<void>;

/** One respondent's answers, ready to be written. */
export interface Keeping {
  workspace: Workspace;
  /** The invitation that is answered by it, also where the response itself must not name it; null for none. */
  invitationId: string | null;
  response: NewResponse;
  answers: readonly NewAnswer[];
  kept: KeptResponse;
  at: number;
}

type Keep = (keeping: Keeping) => Promise<boolean>;
const queues = new WeakMap<Db, Map<OnKept, Keep>>();

/** Keeps a response with whatever else is being kept; false when its invitation or its submit id gave one before. */
export function keepTogether(db: Db, onKept: OnKept, keeping: Keeping): Promise<boolean> {
  const known = queues.get(db) ?? new Map<OnKept, Keep>();
  queues.set(db, known);
  const queue =
    known.get(onKept) ??
    createCommitQueue(
      db,
      (tx, all: readonly Keeping[]) => (areAlike(all) ? keepNew(tx, all, onKept) : keepAll(tx, all, onKept)),
      (tx, all) => keepAll(tx, all, onKept),
    );
  known.set(onKept, queue);
  return queue(keeping);
}

/** Whether all that can stand in the way of them is an answer kept meanwhile. */
function areAlike(all: readonly Keeping[]): boolean {
  const invitations = new Set(all.map(({ response }) => response.invitationId));
  return invitations.size === all.length && !invitations.has(null);
}

/**
 * Keeps what nobody has kept a moment ago, so that nothing of it waits for a reply: everything is written in one trip.
 * One that was kept in that moment fails the transaction, and each is tried alone.
 */
async function keepNew(tx: Db, all: readonly Keeping[], onKept: OnKept): Promise<boolean[]> {
  const workspaces = Map.groupBy(all, ({ workspace }) => workspace.id);
  await inOneTrip(
    ...[...workspaces.values()].map(async (own) => {
      const { workspace } = own[0]!;
      const responses = own.map(({ response }) => response);
      await inOneTrip(insertNewResponses(tx, workspace, responses), writeBehind(tx, own, onKept));
    }),
  );
  return all.map(() => true);
}

async function keepAll(tx: Db, all: readonly Keeping[], onKept: OnKept): Promise<boolean[]> {
  const fresh = new Set<Keeping>();
  for (const own of Map.groupBy(all, ({ workspace }) => workspace.id).values())
    for (const keeping of await keepOfWorkspace(tx, own, onKept)) fresh.add(keeping);
  return all.map((keeping) => fresh.has(keeping));
}

/** Writes what is new of one workspace, in the transaction given; the keepings that were. */
export async function keepOfWorkspace(
  tx: Db,
  own: readonly Keeping[],
  onKept: OnKept,
): Promise<readonly Keeping[]> {
  const { workspace } = own[0]!;
  const unmarked = await markUnlinkable(tx, workspace, own);
  const ids = await insertResponses(
    tx,
    workspace,
    unmarked.map(({ response }) => response),
  );
  const written = unmarked.filter(({ response }) => ids.has(response.id));
  if (written.length === 0) return [];
  await writeBehind(tx, written, onKept);
  return written;
}

/** What belongs to responses of one workspace that are being written. */
async function writeBehind(tx: Db, written: readonly Keeping[], onKept: OnKept): Promise<void> {
  const { workspace } = written[0]!;
  await inOneTrip(
    refuseRevoked(tx, workspace, written),
    insertAnswers(
      tx,
      workspace,
      written.flatMap(({ response, answers }) => answers.map((answer) => ({ response, ...answer }))),
    ),
    settleBehind(tx, workspace, written),
    onKept(
      tx,
      workspace,
      written.map(({ kept }) => kept),
    ),
  );
}

/**
 * Of answers that nothing may lead back to an invitation, the mark alone tells that it has answered, so it is what
 * tells the first from the second. Those that go on to be written.
 */
async function markUnlinkable(
  tx: Db,
  workspace: Workspace,
  own: readonly Keeping[],
): Promise<readonly Keeping[]> {
  const apart = own.filter(({ response, invitationId }) => invitationId !== null && !response.invitationId);
  if (apart.length === 0) return own;
  const first = new Map(
    apart.map((keeping) => [keeping.invitationId!, keeping]).reverse() as [string, Keeping][],
  );
  const marked = await markAnswered(tx, workspace, [...first.keys()]);
  const isNew = ({ invitationId }: Keeping) => invitationId !== null && marked.has(invitationId);
  return own.filter((keeping) =>
    apart.includes(keeping) ? isNew(keeping) && first.get(keeping.invitationId!) === keeping : true,
  );
}

/** The invitation was taken back while its answer was on its way; nothing of the answer is kept. */
export class InvitationRevoked extends Error {}

/**
 * Looked for after the responses are in: their keys wait for whoever is changing an invitation, so what is seen here is
 * what holds. One that was taken back undoes the whole transaction; the others are then kept without it.
 */
async function refuseRevoked(tx: Db, workspace: Workspace, written: readonly Keeping[]): Promise<void> {
  const answered = invitationsOf(written);
  if (answered.length === 0) return;
  const revoked = await findRevoked(tx, workspace, answered);
  if (revoked.length > 0) throw new InvitationRevoked();
}

function invitationsOf(written: readonly Keeping[]): string[] {
  return written.flatMap(({ invitationId }) => (invitationId === null ? [] : [invitationId]));
}

/** What was begun is sent, and what a machine pressed before it needs nobody any more. */
async function settleBehind(tx: Db, workspace: Workspace, written: readonly Keeping[]): Promise<void> {
  const answered = invitationsOf(written);
  if (answered.length === 0) return;
  await inOneTrip(
    deleteBegun(tx, workspace, answered),
    settleAsAnswered(tx, workspace, answered, written[0]!.at),
  );
}
