import { z } from 'zod';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type AskedPin, type FallenRow, listFallenRows } from './falling.store.server.ts';
import type { Line } from './line.ts';

export interface Fallen {
  /** In the order of their ids; which answer it was stays here. */
  responseIds: string[];
  /** Where to go on; null when that was all. */
  next: string | null;
}

const PAGE = 500;
const Choices = z.array(z.string());

/** Whose answers of ONE persona to one question are on the wrong side of a line, those after `afterId`. */
export async function listFallen(
  db: Db,
  workspace: Workspace,
  pin: AskedPin,
  { line, afterId }: { line: Line; afterId: string },
): Promise<Fallen> {
  const atMost = 'atMost' in line ? line.atMost : null;
  const rows = await listFallenRows(db, workspace, pin, { atMost, afterId, limit: PAGE });
  const fallen = 'choice' in line ? rows.filter((row) => chose(row, line.choice)) : rows;
  return {
    responseIds: fallen.map(({ responseId }) => responseId),
    next: rows.length === PAGE ? (rows.at(-1)?.responseId ?? null) : null,
  };
}

export function chose({ choices }: FallenRow, key: string): boolean {
  return choices !== null && Choices.parse(JSON.parse(choices)).includes(key);
}
