import type { Persona } from '#app/persona/persona.ts';
import { displayRound } from '#app/results/display.ts';
import type { ListedCommittee } from './listed.ts';

/** Each end of the gap has its persona before its number, so that no cell of it can be taken for the account's. */
const HEADER = [
  'account',
  'wave',
  'renews_on',
  'roles_heard',
  'roles_required',
  'roles_missing',
  'silent_seats',
  'overdue_promises',
  'gap_points_of_10',
  'gap_higher_persona',
  'gap_higher_heard',
  'gap_higher_middle_answer',
  'gap_lower_persona',
  'gap_lower_heard',
  'gap_lower_middle_answer',
] as const;

type Cell = string | number | null;

/** The list as a table for a spreadsheet; a column of answers has its one persona in its head. */
export function committeeRows({
  lines,
  wave,
  own,
  personas,
}: {
  lines: readonly ListedCommittee[];
  wave: { name: string } | null;
  own: Persona | null;
  personas: readonly Persona[];
}): { header: string[]; rows: Cell[][] } {
  const names = new Map(personas.map(({ id, name }) => [id, name]));
  const ownHeader = own ? [`${own.id}.heard`, `${own.id}.score`, `${own.id}.answers`] : [];
  const rows = lines.map((line) => [
    ...factsOf(line, wave?.name ?? null, names),
    ...gapOf(line),
    ...(own ? ownOf(line) : []),
  ]);
  return { header: [...HEADER, ...ownHeader], rows };
}

function factsOf(line: ListedCommittee, wave: string | null, names: ReadonlyMap<string, string>): Cell[] {
  const { coverage } = line;
  const missing = coverage?.missing.map((id) => names.get(id) ?? id).join('; ') ?? null;
  const roles = [coverage?.rolesMet ?? null, coverage?.rolesRequired ?? null, missing];
  return [line.name, wave, line.renewalOn, ...roles, line.silent, line.overdue];
}

function gapOf({ apart }: ListedCommittee): Cell[] {
  if (!apart) return Array.from({ length: 7 }, () => null);
  const { points, higher, lower } = apart;
  return [points, higher.persona.name, higher.n, higher.middle, lower.persona.name, lower.n, lower.middle];
}

function ownOf({ own }: ListedCommittee): Cell[] {
  if (!own) return [0, null, null];
  return [own.n, own.score === null ? null : displayRound(own.score), own.answers?.join(' ') ?? null];
}
