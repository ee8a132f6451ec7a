import { MINUTE } from '#app/platform/clock.ts';
import type { InDoubtRule } from '#app/programme/in-doubt.ts';

/** How long a mail server's late answer, or the person's own, may still settle what nobody knows. */
export const DOUBT_LASTS = 15 * MINUTE;

/** What a member says of a mail that nobody knows to have arrived. */
export const DECISIONS = ['send_again', 'arrived'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface Doubting {
  rule: InDoubtRule;
  waveState: 'draft' | 'open' | 'closed';
  isHeldUp: boolean;
}

/** What becomes of a mail in doubt: it goes by itself, or when its send goes on, or a member decides. */
export type DoubtFate =
  | { kind: 'goes'; at: number }
  | { kind: 'goes_on_resume' }
  | { kind: 'decide'; mayGoAgain: boolean };

/** A mail goes out twice at most, whoever decides it. */
export function fateOfDoubt(
  { resent, doubtedAt }: { resent: number; doubtedAt: number },
  { rule, waveState, isHeldUp }: Doubting,
): DoubtFate {
  const mayGoAgain = waveState === 'open' && resent === 0;
  if (!mayGoAgain || rule === 'hold') return { kind: 'decide', mayGoAgain };
  return isHeldUp ? { kind: 'goes_on_resume' } : { kind: 'goes', at: doubtedAt + DOUBT_LASTS };
}
