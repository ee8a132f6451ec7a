import { toSlug } from '#app/platform/ids.ts';
import { type AccountWeek, countWaiting } from '#app/programme/pile/account-week.ts';
import { type Choice, chooseRoles } from '#app/programme/pile/choice.ts';
import type { Picked } from '#app/programme/pile/pick.ts';
import { type Candidate, countPeople, type Piles, type SortedCandidate } from '#app/programme/pile/pile.ts';
import { countLane, stillToAsk } from '#app/programme/pile/pile-counts.ts';

/** Lines of a list before it is cut; the rest is a link away. */
const LINES = 20;

export interface Shown {
  choice: Choice;
  picked: Picked;
  week: AccountWeek;
  now: number;
  /** Which lists are wanted whole: `held`, `stale`. */
  whole: readonly string[];
}

/** The three piles as the page shows them: counts of everybody, lines of the first few. */
export function showPiles(
  piles: Piles,
  personaIds: readonly string[],
  { choice, picked, week, now, whole }: Shown,
) {
  const ready = stillToAsk(piles);
  const open = stillToAsk(piles, choice.stale);
  const chosen = chooseRoles(piles, choice, picked, now);
  const held = open.filter((role) => role.held !== null);
  const unsure = new Set(piles.stale.map(({ roleId }) => roleId));
  const cut = <T>(name: string, list: readonly T[]) =>
    whole.includes(name) ? [...list] : list.slice(0, LINES);
  return {
    counts: {
      ready: countPeople(ready).people,
      missing: piles.missing.reduce((sum, { people }) => sum + people, 0),
      stale: countPeople(piles.stale).people,
    },
    asked: {
      ...countPeople(chosen),
      roles: chosen.length,
      waiting: countWaiting(chosen, week),
      roleFirst: countPeople(chosen.filter(({ roleId }) => unsure.has(roleId))).people,
    },
    accountWeek: week.most,
    lanes: personaIds.map((personaId) => countLane(personaId, { ready, open, chosen })),
    accounts: accountsOf(open),
    held: cut('held', held).map((role) => ({ ...lineOf(role, now), held: role.held! })),
    heldCount: held.length,
    stale: cut('stale', piles.stale).map((role) => ({
      ...lineOf(role, now),
      isAsked: role.held?.reason === 'invited',
    })),
    staleOpen: stillToAsk({ ready: [], stale: piles.stale }, 'ask_first').length,
    staleCount: piles.stale.length,
    missing: cut('missing', piles.missing),
    missingCount: piles.missing.length,
  };
}

const DAY = 24 * 60 * 60 * 1000;

function lineOf(role: Candidate, now: number) {
  return {
    slug: toSlug('role', role.roleId),
    personName: role.personName,
    personSlug: toSlug('person', role.personId),
    accountName: role.accountName,
    personaId: role.personaId,
    confirmedDaysAgo: role.confirmedAt === null ? null : Math.floor((now - role.confirmedAt) / DAY),
  };
}

function accountsOf(open: readonly SortedCandidate[]): { value: string; label: string }[] {
  const names = new Map(open.map(({ accountId, accountName }) => [accountId, accountName]));
  return [...names].map(([id, label]) => ({ value: toSlug('account', id), label }));
}
