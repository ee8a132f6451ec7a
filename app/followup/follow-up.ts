import { z } from 'zod';

export type FollowUpState = 'open' | 'doing' | 'done' | 'declined';
/** `lane`: a rule on answers given in confidence, which leads to nobody. */
export type FollowUpOrigin = 'hand' | 'answer' | 'lane' | 'correction' | 'silence';
export type FollowUpNoteKind =
  | 'opened'
  | 'commented'
  | 'reassigned'
  | 'doing'
  | 'done'
  | 'declined'
  | 'due_moved'
  | 'told';

export const STATE_WORDS = {
  open: 'Open',
  doing: 'Taken up',
  done: 'Done',
  declined: 'Declined',
} as const satisfies Record<FollowUpState, string>;

export const ORIGIN_WORDS = {
  hand: 'Opened by hand',
  answer: 'Opened by a rule, for an answer',
  lane: 'Opened by a rule, for answers given in confidence',
  correction: 'Opened by a rule, for what somebody said of their role',
  silence: 'Opened by a rule, for silence before a renewal',
} as const satisfies Record<FollowUpOrigin, string>;

export const NOTE_WORDS = {
  opened: 'opened it',
  commented: 'wrote',
  reassigned: 'gave it to somebody else',
  doing: 'took it up',
  done: 'did it',
  declined: 'declined it',
  due_moved: 'moved the day',
  told: 'told them what came of it',
} as const satisfies Record<FollowUpNoteKind, string>;

/** Nobody works on it any more. */
export function isClosed(state: FollowUpState): boolean {
  return state === 'done' || state === 'declined';
}

const words = (most: number, needed: string) =>
  z
    .string()
    .trim()
    .refine((text) => text.length >= 3, needed)
    .refine((text) => text.length <= most, `Keep it to ${most} characters.`)
    .refine((text) => !text.includes('\0'), 'This text holds a character that cannot be kept.');

export const What = words(200, 'Say in a sentence what is to be done.');
export const Outcome = words(1000, 'Say what came of it: they hear it from you.');
export const Because = words(1000, 'Say why not: they hear it from you.');
export const Comment = words(2000, 'Write what you want to note.');

/** What a member does with follow-ups, one or many at once. */
export type Act =
  /** `ownerId`: the member who takes it up, where one does. */
  | { kind: 'take_up'; ownerId?: string }
  | { kind: 'done'; outcome: string }
  | { kind: 'decline'; because: string }
  | { kind: 'reassign'; ownerId: string }
  /** ms */
  | { kind: 'move_due'; dueAt: number }
  | { kind: 'comment'; words: string }
  /** The person heard what came of it. */
  | { kind: 'tell' };

/** Why an act was not done; nothing of it was, to none of them. */
export type ActRefusal =
  /** Somebody else did something since the page was drawn. */
  | { kind: 'moved_on'; id: string; by: string | null }
  | { kind: 'closed'; id: string }
  | { kind: 'not_closed'; id: string }
  | { kind: 'told_before'; id: string }
  | { kind: 'unknown_member' };
