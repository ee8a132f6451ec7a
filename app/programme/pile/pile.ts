import { roleState } from '#app/audience/role.ts';
import { DAY } from '#app/platform/clock.ts';
import type { AskingRules } from '../asking/asking-rules.ts';

/** Somebody who holds a role of one of the wave's personas now. Times are ms. */
export interface Candidate {
  roleId: string;
  personId: string;
  personName: string;
  accountId: string;
  accountName: string;
  personaId: string;
  programmeId: string | null;
  source: string;
  startedAt: number;
  confirmedAt: number | null;
  confirmedBy: string | null;
  /** The address that is written to. */
  email: string | null;
  /** When this role last answered under its name: what is confidential says of nobody that they were heard. */
  lastHeardAt: number | null;
  /** At the account. */
  title: string | null;
}

/** As much of somebody as decides whether they may be asked. */
export type NamedCandidate = Pick<
  Candidate,
  'roleId' | 'personId' | 'accountId' | 'personaId' | 'programmeId' | 'confirmedAt' | 'email'
>;

/** Why somebody who holds a role is not asked now. */
export type HeldBack =
  | { reason: 'invited' }
  | { reason: 'suppressed' }
  | { reason: 'no_address' }
  /** Nobody confirmed the role lately, and the send leaves such out. */
  | { reason: 'stale' }
  | { reason: 'asked_recently'; waveName: string; askedAt: number; againAt: number }
  /** Holds another role of this wave at the same account: somebody has to say which hat is asked. */
  | { reason: 'two_hats'; personaIds: string[] };

/** What becomes of those whose role nobody confirmed lately: not asked, or asked first whether they still hold it. */
export const STALE_CHOICES = ['leave_out', 'ask_first'] as const;
export type StaleChoice = (typeof STALE_CHOICES)[number];

export type Sorted<C extends NamedCandidate> = C & { held: HeldBack | null };
export type SortedCandidate = Sorted<Candidate>;

/** People without any role at this account, under the title they hold. Never asked, only listed. */
export interface MissingTitle {
  title: string | null;
  people: number;
}

/** The three piles of a wave (DOMAIN A4). The first can be asked; of the second, whether they still hold the role. */
export interface Piles {
  ready: SortedCandidate[];
  stale: SortedCandidate[];
  missing: MissingTitle[];
}

/** What the sorting needs to know besides who holds which role. */
export interface PileFacts {
  now: number;
  reviewDays: number;
  /** Roles that this wave has asked already. */
  invited: ReadonlySet<string>;
  isSuppressed(email: string): boolean;
  rules: Pick<AskingRules, 'restDays' | 'roleRestDays'>;
  /** The last time that a person, and that a role, was asked in another wave. */
  lastAsked: { person: ReadonlyMap<string, Last>; role: ReadonlyMap<string, Last> };
}

interface Last {
  waveName: string;
  askedAt: number;
}

/** The two piles of those who hold a role. */
export interface HeldPiles<C extends NamedCandidate> {
  ready: Sorted<C>[];
  stale: Sorted<C>[];
}

export function sortCandidates<C extends NamedCandidate>(all: readonly C[], facts: PileFacts): HeldPiles<C> {
  const seats = oneSeatEach(all);
  const hats = hatsByPlace(seats);
  const ready: Sorted<C>[] = [];
  const stale: Sorted<C>[] = [];
  for (const candidate of seats) {
    const isConfirmed =
      roleState({ confirmedAt: candidate.confirmedAt, endedAt: null }, facts.now, facts.reviewDays) ===
      'confirmed';
    const held = holdBack(candidate, hats.get(placeOf(candidate))!, facts);
    (isConfirmed ? ready : stale).push({ ...candidate, held });
  }
  return { ready, stale };
}

/** A role held for this programme goes before the same role held in general: one seat, one question set. */
function oneSeatEach<C extends NamedCandidate>(all: readonly C[]): C[] {
  const seats = new Map<string, C>();
  for (const candidate of all) {
    const seat = `${placeOf(candidate)} ${candidate.personaId}`;
    const other = seats.get(seat);
    if (!other || other.programmeId === null) seats.set(seat, candidate);
  }
  return [...seats.values()];
}

function placeOf({ personId, accountId }: NamedCandidate): string {
  return `${personId} ${accountId}`;
}

function hatsByPlace(seats: readonly NamedCandidate[]): Map<string, string[]> {
  const hats = new Map<string, string[]>();
  for (const seat of seats) hats.set(placeOf(seat), [...(hats.get(placeOf(seat)) ?? []), seat.personaId]);
  return hats;
}

/** The first reason that stands in the way, the firmest first. */
function holdBack(candidate: NamedCandidate, personaIds: string[], facts: PileFacts): HeldBack | null {
  if (facts.invited.has(candidate.roleId)) return { reason: 'invited' };
  if (candidate.email === null) return { reason: 'no_address' };
  if (facts.isSuppressed(candidate.email)) return { reason: 'suppressed' };
  const resting = restOf(candidate, facts);
  if (resting) return resting;
  return personaIds.length > 1 ? { reason: 'two_hats', personaIds } : null;
}

/** The longer of the rests that a person and their role have still to go. */
function restOf({ personId, roleId }: NamedCandidate, { now, rules, lastAsked }: PileFacts): HeldBack | null {
  const rests = [
    { last: lastAsked.person.get(personId), days: rules.restDays },
    { last: lastAsked.role.get(roleId), days: rules.roleRestDays },
  ].flatMap(({ last, days }) => (last ? [{ ...last, againAt: last.askedAt + days * DAY }] : []));
  const [longest] = rests.filter(({ againAt }) => againAt > now).sort((a, b) => b.againAt - a.againAt);
  return longest ? { reason: 'asked_recently', ...longest } : null;
}

/** How many people and accounts a choice of roles comes to; someone with two hats is one person. */
export function countPeople(roles: readonly Pick<Candidate, 'personId' | 'accountId'>[]): {
  people: number;
  accounts: number;
} {
  return {
    people: new Set(roles.map(({ personId }) => personId)).size,
    accounts: new Set(roles.map(({ accountId }) => accountId)).size,
  };
}
