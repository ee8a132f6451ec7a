import { z } from 'zod';

/** Moments of one persona that are open at a time: more could not be looked at side by side. */
export const MOST_MOMENTS = 40;

const line = (most: number) => z.string().trim().max(most, `Keep it under ${most} characters.`);

/** Where one persona meets us, as it is written down (DOMAIN A9). */
export const MomentWords = z.object({
  name: line(80).min(1, 'Name the moment, such as “The invoice arrives”.'),
  tryingTo: line(300).min(1, 'Say what they try to get done: a moment is theirs before it is ours.'),
  promise: line(300),
  evidence: line(1000),
});
export type MomentWords = z.infer<typeof MomentWords>;

/** No moment comes before another: `position` is where members like to see it, and nothing more. */
export interface Moment extends MomentWords {
  id: string;
  personaId: string;
  position: number;
  /** ms; null while it is looked at. */
  closedAt: number | null;
}
