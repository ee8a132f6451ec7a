import { z } from 'zod';
import type { Given } from '#app/survey/question/given.ts';

/** Why an answer waits for a member instead of counting. */
export type HeldReason = 'machine' | 'self_declared';

/** What made a press look like that of a machine, and `many_at_once`: one of more than its link counts unseen. */
export const EVIDENCE = [
  ...(['honeypot', 'too_fast', 'many_numbers', 'unseen_link', 'no_page'] as const),
  'many_at_once' as const,
];
export type Evidence = (typeof EVIDENCE)[number];

/** What was decided; `answered`: the person pressed again by hand, and that is what counts. */
export type HeldDecision = 'released' | 'discarded' | 'answered';

/** What a member may still decide on: what waits, and what was discarded. */
export type Undecided = 'waiting' | 'discarded';

export type HeldState = 'waiting' | HeldDecision;

/** Why a member decides as they do: for whoever looks at it later. */
export const DecisionReason = z
  .string()
  .trim()
  .refine((text) => text.length >= 3, 'Say why, such as “Known to Ifeoma, answered by phone first”.')
  .refine((text) => text.length <= 300, 'Keep the reason to 300 characters.')
  .refine((text) => !text.includes('\0'), 'This text holds a character that cannot be kept.');

/** What was decided, by whom and when. */
export interface Decided {
  decision: HeldDecision;
  at: number;
  /** A member's name; null for an API key, and where the person's own answer settled it. */
  by: string | null;
}

/** A sign of a machine, as `held_response.evidence` keeps it. */
const Sign = z.object({
  kind: z.enum(EVIDENCE),
  /** Between the page being shown and the press, in ms, where that is the sign. */
  elapsed: z.number().optional(),
});
export type Sign = z.infer<typeof Sign>;

export function writeSigns(evidence: readonly Evidence[], elapsed: number | undefined): string {
  const signs: Sign[] = evidence.map((kind) =>
    kind === 'too_fast' && elapsed !== undefined ? { kind, elapsed } : { kind },
  );
  return JSON.stringify(signs);
}

export function readSigns(json: string): Sign[] {
  return z.array(Sign).parse(JSON.parse(json));
}

const Form = z.array(z.tuple([z.string(), z.array(z.string())]));

/** A form as it was sent, as JSON that keeps every field with all of its values in their order. */
export function writeGiven(given: Given): string {
  return JSON.stringify([...given]);
}

export function readGivenForm(json: string): Given {
  return new Map(Form.parse(JSON.parse(json)));
}

/** A sign in words, to stand in a sentence of its own. */
export function saySign({ kind, elapsed }: Sign): string {
  switch (kind) {
    case 'honeypot':
      return 'A field that people do not see was filled in.';
    case 'too_fast':
      return elapsed === undefined
        ? 'Sent as soon as the page was shown, without a touch or key.'
        : `Sent ${(elapsed / 1000).toFixed(1)} s after the page was shown, without a touch or key.`;
    case 'many_numbers':
      return 'More than three numbers of the mail were opened within ten seconds.';
    case 'unseen_link':
      return 'A link that people do not see was opened just before.';
    case 'no_page':
      return 'Sent without the page having been opened.';
    case 'many_at_once':
      return 'More answers came through this link that day than it counts unseen.';
    default:
      return kind satisfies never;
  }
}

/** Why it is held, in a sentence or a few. `place` names the shared link it came through. */
export function sayHeld(held: { reason: HeldReason; signs: readonly Sign[]; place: string | null }): string {
  if (held.reason === 'machine') return held.signs.map(saySign).join(' ') || 'Sent as a machine would.';
  if (held.place === null) return 'Opened an invitation to somebody else and answered as themselves.';
  const through = `Came through the link “${held.place}”, where everybody says themselves who they are.`;
  return [through, ...held.signs.map(saySign)].join(' ');
}
