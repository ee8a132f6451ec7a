import { z } from 'zod';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { updateHeadline } from './overview.store.server.ts';

export const Headline = z
  .string()
  .trim()
  .max(240, 'A headline is one sentence; keep it under 240 characters.');

export type WrittenHeadline = { kind: 'written' } | { kind: 'unknown_wave' };

/** The finding in a person's words, signed with their name; empty takes it back. */
export async function writeHeadline(
  db: Db,
  workspace: Workspace,
  input: { waveId: string; headline: string; memberId: string },
): Promise<WrittenHeadline> {
  const headline = input.headline === '' ? null : input.headline;
  const written = await updateHeadline(db, workspace, { ...input, headline });
  return { kind: written ? 'written' : 'unknown_wave' };
}
