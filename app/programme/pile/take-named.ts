import type { HeldBack, HeldPiles, NamedCandidate, Sorted, StaleChoice } from './pile.ts';
import { personaRequired, type SendRefusal, staleRole } from './refusal.ts';

type NamedPiles = HeldPiles<NamedCandidate>;

/** Whom a send names, as the piles have them. */
export interface Named {
  asked: Sorted<NamedCandidate>[];
  /** Of those asked, the roles that nobody confirmed lately: they are asked about them first. */
  askedFirst: ReadonlySet<string>;
  heldBack: { roleId: string; held: HeldBack }[];
  already: number;
}

/**
 * One person without a role, or with a role that may be true no more, stops the whole send.
 * @param stale what the send says of the latter; null where it says nothing.
 */
export function refuseNamed(
  roleIds: readonly string[],
  piles: NamedPiles & { reviewDays: number },
  stale: StaleChoice | null,
): SendRefusal | null {
  const ready = new Set(piles.ready.map(({ roleId }) => roleId));
  const unsure = new Set(piles.stale.map(({ roleId }) => roleId));
  const missing = roleIds.filter((id) => !ready.has(id) && !unsure.has(id));
  if (missing.length > 0) return personaRequired(missing, roleIds.length);
  const open = new Set(piles.stale.flatMap(({ roleId, held }) => (held?.reason === 'invited' ? [] : roleId)));
  const refused = stale === null ? roleIds.filter((id) => open.has(id)) : [];
  return refused.length > 0 ? staleRole(refused, roleIds.length, piles.reviewDays) : null;
}

/** A hat named in the send is a hat chosen; every other reason to hold somebody back stands. */
export function takeNamed(
  roleIds: readonly string[],
  { ready, stale }: NamedPiles,
  choice: StaleChoice | null,
): Named {
  const wanted = new Set(roleIds);
  const unsure = new Set(stale.map(({ roleId }) => roleId));
  const named: Named = { asked: [], askedFirst: unsure, heldBack: [], already: 0 };
  for (const candidate of [...ready, ...stale]) {
    const { held, roleId } = candidate;
    if (!wanted.has(roleId)) continue;
    if (held?.reason === 'invited') named.already += 1;
    else if (unsure.has(roleId) && choice !== 'ask_first')
      named.heldBack.push({ roleId, held: { reason: 'stale' } });
    else if (held === null || held.reason === 'two_hats') named.asked.push(candidate);
    else named.heldBack.push({ roleId, held });
  }
  return named;
}
