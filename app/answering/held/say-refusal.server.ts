import type { Discarded } from './discard-held.server.ts';
import type { Decided } from './held.ts';
import type { Released } from './release-held.server.ts';

/** Why a decision was not taken. */
export type HeldRefusal = Exclude<Released | Discarded, { kind: 'released' | 'discarded' | 'unknown' }>;

const DAY_FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What happened instead, in a sentence or two. */
export function sayRefusal(refusal: HeldRefusal): string {
  switch (refusal.kind) {
    case 'decided':
      return sayDecided(refusal.decided);
    case 'answered_since':
      return 'They answered by hand since, and that counts. This one stays out.';
    case 'role_lost':
      return 'They left the seat that they were asked in: the role has ended or the invitation was withdrawn.';
    case 'not_named':
      return 'Nobody of this address holds that role here, or they have an invitation of their own. Release it without a name.';
    case 'unreadable':
      return refusal.questions.length === 0
        ? 'It answers none of the questions, so there is nothing to count. Discard it.'
        : `It lacks a proper answer to ${refusal.questions.map((wording) => `“${wording}”`).join(', ')}, so it can’t count. Discard it.`;
    default:
      return refusal satisfies never;
  }
}

function sayDecided({ decision, at, by }: Decided): string {
  if (decision === 'answered') return 'They answered by hand since, and that counts. This one stays out.';
  return `${by ?? 'An API key'} ${decision} it on ${DAY_FORMAT.format(at)}.`;
}
