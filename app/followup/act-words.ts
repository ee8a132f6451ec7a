import type { Act, FollowUpNoteKind, FollowUpState } from './follow-up.ts';

interface Change {
  state?: FollowUpState;
  owner_id?: string;
  due_at?: number;
  because?: string;
  outcome?: string;
  closed_at?: number;
  told_at?: number;
}

/** What an act changes; null where it only adds a word. */
export function changeOf(act: Act, at: number): Change | null {
  switch (act.kind) {
    case 'take_up':
      return { state: 'doing', ...(act.ownerId && { owner_id: act.ownerId }) };
    case 'done':
      return { state: 'done', outcome: act.outcome, closed_at: at };
    case 'decline':
      return { state: 'declined', because: act.because, closed_at: at };
    case 'reassign':
      return { owner_id: act.ownerId };
    case 'move_due':
      return { due_at: act.dueAt };
    case 'tell':
      return { told_at: at };
    case 'comment':
      return null;
    default:
      return act satisfies never;
  }
}

/** Passing it on or putting it off is no act on what somebody said. */
export function firstActOf({ kind }: Act): boolean {
  return kind !== 'reassign' && kind !== 'move_due';
}

/** An act as the history keeps it. */
export function noteOf(
  act: Act,
  { owners, dayOf }: { owners: ReadonlyMap<string, { name: string }>; dayOf: (at: number) => string },
): { kind: FollowUpNoteKind; words: string } {
  switch (act.kind) {
    case 'take_up':
      return { kind: 'doing', words: '' };
    case 'done':
      return { kind: 'done', words: act.outcome };
    case 'decline':
      return { kind: 'declined', words: act.because };
    case 'reassign':
      return { kind: 'reassigned', words: `To ${owners.get(act.ownerId)?.name ?? 'a member'}` };
    case 'move_due':
      return { kind: 'due_moved', words: `To ${dayOf(act.dueAt)}` };
    case 'comment':
      return { kind: 'commented', words: act.words };
    case 'tell':
      return { kind: 'told', words: '' };
    default:
      return act satisfies never;
  }
}
