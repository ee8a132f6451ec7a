import type { z } from 'zod';
import type { Act } from '../follow-up.ts';
import type { FollowUpChangeIn } from './follow-up-wire.ts';

/** The change that a body asks for, act by act: what is told comes after what came of it. */
export function actsOf(change: z.infer<typeof FollowUpChangeIn>): Act[] {
  const { state, outcome, because, owner, due_at, comment, told } = change;
  const acts: Act[] = [];
  if (comment !== undefined) acts.push({ kind: 'comment', words: comment });
  if (owner !== undefined) acts.push({ kind: 'reassign', ownerId: owner });
  if (due_at !== undefined) acts.push({ kind: 'move_due', dueAt: due_at });
  if (state === 'doing') acts.push({ kind: 'take_up' });
  if (outcome !== undefined) acts.push({ kind: 'done', outcome });
  if (because !== undefined) acts.push({ kind: 'decline', because });
  if (told) acts.push({ kind: 'tell' });
  return acts;
}
