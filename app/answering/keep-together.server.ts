import { createCommitQueue } from '#app/platform/commit-together.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import {
  insertAnswers,
  insertResponses,
  type NewAnswer,
  type NewResponse,
} from './answering.store.server.ts';

/** What the stages further down need to know of a kept response, inside its transaction. */
export interface KeptResponse {
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
  response: NewResponse;
  answers: readonly NewAnswer[];
  kept: KeptResponse;
}

type Keep = (keeping: Keeping) => Promise<boolean>;
const queues = new WeakMap<Db, Map<OnKept, Keep>>();

/** Keeps a response with whatever else is being kept; false when its invitation or its submit id gave one before. */
export function keepTogether(db: Db, onKept: OnKept, keeping: Keeping): Promise<boolean> {
  const known = queues.get(db) ?? new Map<OnKept, Keep>();
  queues.set(db, known);
  const queue =
    known.get(onKept) ?? createCommitQueue(db, (tx, all: readonly Keeping[]) => keepAll(tx, all, onKept));
  known.set(onKept, queue);
  return queue(keeping);
}

async function keepAll(tx: Db, all: readonly Keeping[], onKept: OnKept): Promise<boolean[]> {
  const fresh = new Set<Keeping>();
  for (const own of Map.groupBy(all, ({ workspace }) => workspace.id).values())
    for (const keeping of await keepOfWorkspace(tx, own, onKept)) fresh.add(keeping);
  return all.map((keeping) => fresh.has(keeping));
}

async function keepOfWorkspace(tx: Db, own: readonly Keeping[], onKept: OnKept): Promise<Keeping[]> {
  const { workspace } = own[0]!;
  const ids = await insertResponses(
    tx,
    workspace,
    own.map(({ response }) => response),
  );
  const written = own.filter(({ response }) => ids.has(response.id));
  if (written.length === 0) return [];
  await insertAnswers(
    tx,
    workspace,
    written.flatMap(({ response, answers }) => answers.map((answer) => ({ response, ...answer }))),
  );
  await onKept(
    tx,
    workspace,
    written.map(({ kept }) => kept),
  );
  return written;
}
