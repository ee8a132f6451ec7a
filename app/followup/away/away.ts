import { z } from 'zod';

/** A member is out of office from one day to another, both included, by the clock of the workspace. */
export interface Away {
  id: string;
  memberId: string;
  deputyId: string;
  fromDay: string;
  toDay: string;
}

/** Who gets new work instead of whom. */
export interface StandIn {
  ownerId: string;
  /** Null where the owner is there. */
  instead: { of: string; until: string } | null;
}

/**
 * Who gets new work that is meant for `ownerId` on a day: the deputy of whoever is away, and the deputy's deputy where they
 * are away too. Where everybody of a ring is away it stays with whom it was meant for.
 */
export function standInFor(ownerId: string, aways: readonly Away[], day: string): StandIn {
  const seen = new Set([ownerId]);
  const first = awayOn(ownerId, aways, day);
  let away = first;
  while (away) {
    if (seen.has(away.deputyId)) return { ownerId, instead: null };
    seen.add(away.deputyId);
    const next = awayOn(away.deputyId, aways, day);
    if (!next) return { ownerId: away.deputyId, instead: { of: ownerId, until: first!.toDay } };
    away = next;
  }
  return { ownerId, instead: null };
}

export function awayOn(memberId: string, aways: readonly Away[], day: string): Away | undefined {
  return aways.find((one) => one.memberId === memberId && one.fromDay <= day && day <= one.toDay);
}

export const AwayForm = z
  .object({
    fromDay: z.iso.date('Choose the first day.'),
    toDay: z.iso.date('Choose the last day.'),
    deputy: z.string().min(1, 'Choose who gets new work meanwhile.'),
  })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, {
    path: ['toDay'],
    error: 'The last day lies before the first.',
  });
