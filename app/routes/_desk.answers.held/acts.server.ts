import { z } from 'zod';
import { discardHeld } from '#app/answering/held/discard-held.server.ts';
import { DecisionReason } from '#app/answering/held/held.ts';
import { releaseHeld } from '#app/answering/held/release-held.server.ts';
import { sayRefusal } from '#app/answering/held/say-refusal.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';

const Decision = z.object({
  held: z.string(),
  intent: z.enum(['release', 'discard']),
  reason: DecisionReason,
  seen: z.enum(['waiting', 'discarded']).catch('waiting'),
  named: z.string().optional(),
});

export type Acted =
  | { kind: 'done'; did: 'released' | 'discarded' }
  | { kind: 'not_found' }
  | { kind: 'refused'; slug: string; intent: string; reason: string; message: string };

/** What a member decides on one held response. Whatever goes wrong, the reason that they typed comes back. */
export async function decide(
  house: House,
  workspace: Workspace,
  { form, actor }: { form: FormData; actor: Actor },
): Promise<Acted> {
  const typed = (name: string) => String(form.get(name) ?? '');
  const heldId = fromSlug('held', typed('held'));
  const refuse = (message: string): Acted => ({
    ...{ kind: 'refused', slug: typed('held'), intent: typed('intent') },
    ...{ reason: typed('reason').slice(0, 1000), message },
  });
  if (!heldId) return { kind: 'not_found' };
  const read = readForm(form, Decision);
  if (read.kind === 'faulty') return refuse(read.fieldErrors.reason ?? 'Release it or discard it.');
  const { intent, reason, seen, named } = read.input;
  const outcome =
    intent === 'release'
      ? await releaseHeld(
          house,
          workspace,
          { heldId, reason, seen, isNamed: named === 'yes', actor },
          countAnswers,
        )
      : await discardHeld(house, workspace, { heldId, reason, actor });
  if (outcome.kind === 'unknown') return { kind: 'not_found' };
  if (outcome.kind === 'released' || outcome.kind === 'discarded') return { kind: 'done', did: outcome.kind };
  return refuse(sayRefusal(outcome));
}
