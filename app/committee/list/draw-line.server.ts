import type { Persona } from '#app/persona/persona.ts';
import { middleOf, widestApart } from '#app/results/apart.ts';
import { type Coverage, coverageOf } from '#app/results/coverage.ts';
import { figureOf } from '#app/results/figure.ts';
import type { AccountsOfWave } from '#app/results/read-accounts.server.ts';
import type { Thresholds } from '#app/results/thresholds.ts';
import type { TemplateSeat } from '../template/template.ts';
import type { AccountKey } from './committee-list.store.server.ts';
import type { ListedCommittee, ListedSeat, OwnAnswers } from './listed.ts';
import type { Ranked } from './rank.ts';

/** What is known of all accounts of a wave. */
export interface Known {
  isTold: boolean;
  template: readonly TemplateSeat[];
  personas: readonly Persona[];
  accounts: Pick<AccountsOfWave, 'samples' | 'heard'>;
  thresholds: Thresholds;
  /** The persona whose answers stand in a column of their own. */
  own: Persona | null;
  overdue: ReadonlyMap<string, number>;
  silent: ReadonlyMap<string, number>;
}

export interface RankedAccount extends Ranked {
  name: string;
  missing: readonly string[];
}

/** What puts an account in its place in the order. */
export function toRanked(key: AccountKey, known: Known): RankedAccount {
  const coverage = coverageAt(key.id, known);
  const own = ownAt(key.id, known);
  return {
    ...key,
    rolesMet: coverage?.rolesMet ?? null,
    missing: coverage?.missing ?? [],
    points: widestApart(known.accounts.samples.get(key.id) ?? [])?.points ?? null,
    silent: known.silent.get(key.id) ?? null,
    overdue: known.overdue.get(key.id) ?? 0,
    score: own?.score ?? null,
    middle: own?.middle ?? null,
  };
}

/** The account's line, with who sits there now. */
export function toListed(
  { id, name, renewalOn }: RankedAccount,
  known: Known & { seats: readonly { accountId: string; personaId: string; people: number }[] },
): ListedCommittee {
  const seats = seatsAt(id, known);
  const heard = seats.filter((seat) => (seat.heard ?? 0) > 0);
  return {
    ...{ accountId: id, name, renewalOn, seats },
    coverage: coverageAt(id, known),
    apart: widestApart(known.accounts.samples.get(id) ?? []),
    trunk: heard.length === 1 ? heard[0]!.persona : null,
    silent: known.isTold ? (known.silent.get(id) ?? 0) : null,
    overdue: known.overdue.get(id) ?? 0,
    own: ownAt(id, known),
  };
}

function coverageAt(accountId: string, { isTold, template, accounts }: Known): Coverage | null {
  if (!isTold) return null;
  const required = Object.fromEntries(template.map(({ persona, people }) => [persona.id, people]));
  return coverageOf(required, Object.fromEntries(accounts.heard.get(accountId) ?? []));
}

/** Personas that should be there, that are, or that were heard, in lane order. */
function seatsAt(
  accountId: string,
  { isTold, template, personas, accounts, seats }: Parameters<typeof toListed>[1],
): ListedSeat[] {
  const required = new Map(template.map(({ persona, people }) => [persona.id, people]));
  const sitting = new Map(
    seats.filter((seat) => seat.accountId === accountId).map((seat) => [seat.personaId, seat.people]),
  );
  const heard = accounts.heard.get(accountId);
  return personas
    .map((persona) => ({
      persona,
      required: required.get(persona.id) ?? 0,
      sitting: sitting.get(persona.id) ?? 0,
      heard: isTold ? (heard?.get(persona.id) ?? 0) : null,
    }))
    .filter((seat) => seat.required > 0 || seat.sitting > 0 || (seat.heard ?? 0) > 0);
}

/** One persona's answers at the account, as far as they may be shown: nothing stands in for a score that there is not. */
function ownAt(accountId: string, { own, accounts, thresholds }: Known): OwnAnswers | null {
  const sample = accounts.samples.get(accountId)?.find(({ persona }) => persona.id === own?.id);
  if (!sample) return null;
  const { persona, metric, score, answers, n } = figureOf(sample, thresholds);
  const middle = answers === null ? null : middleOf(sample);
  return { persona, metric: metric.name, score, answers, middle, n };
}
