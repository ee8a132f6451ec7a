import { inSentence, type Persona, type PersonaLabel } from '#app/persona/persona.ts';
import type { Pattern } from '#app/results/alignment.ts';
import { formatCount, formatDistance, formatList } from '#app/results/display.ts';
import type { AccountGap, Committee, CommitteeLane, Stance } from './committee.ts';

/** How all who were heard stand to each other. "Of one mind" is said of all happy and all unhappy alike. */
export const PATTERN_WORDS = {
  aligned: 'Of one mind',
  leaning_apart: 'Leaning apart',
  split: 'Split',
  not_comparable: null,
} as const satisfies Record<Pattern, string | null>;

/** "Buyer critical", "End-users happy", "Influencer: empty seat". */
export function stanceWords({ persona, people, label }: Stance): string {
  const who = people === 1 ? persona.name : persona.plural;
  return label === 'empty seat' || label === 'heard, no score' ? `${who}: ${label}` : `${who} ${label}`;
}

/** "We’ve heard 9 end-users at Acme and no one else. That’s a trunk, not the elephant. Missing: buyer, influencer." */
export function trunkWords(
  { persona, people }: NonNullable<Committee['trunk']>,
  account: string,
  missing: readonly PersonaLabel[],
): string {
  const heard = formatCount(people, inSentence(persona.name), inSentence(persona.plural));
  const gone = missing.map(({ name }) => inSentence(name));
  const rest = gone.length === 0 ? '' : ` Missing: ${formatList(gone)}.`;
  return `We’ve heard ${heard} at ${account} and no one else. That’s a trunk, not the elephant.${rest}`;
}

/** Personas of which not enough were heard, in lane order. */
export function missingIn({ coverage, lanes }: Pick<Committee, 'coverage' | 'lanes'>): Persona[] {
  const missing = new Set(coverage?.missing);
  return lanes.flatMap(({ persona }) => (missing.has(persona.id) ? [persona] : []));
}

/** "2 of 3 roles heard. Missing: influencer (empty seat)." */
export function coverageWords(committee: Pick<Committee, 'coverage' | 'lanes'>): string | null {
  const { coverage, lanes } = committee;
  if (!coverage) return null;
  const missing = missingIn(committee).map(({ id }) => lanes.find(({ persona }) => persona.id === id)!);
  const said = missing.map((lane) => `${inSentence(lane.persona.name)} (${whyMissing(lane)})`);
  const rest = said.length === 0 ? 'None is missing.' : `Missing: ${formatList(said)}.`;
  return `${coverage.rolesMet} of ${coverage.rolesRequired} roles heard. ${rest}`;
}

function whyMissing({ sitting, heard, required, vacant }: CommitteeLane): string {
  if (heard !== null && heard > 0) return `${heard} of ${required} heard`;
  if (sitting.length === 0) return vacant === 1 ? 'empty seat' : `${vacant} empty seats`;
  return 'not heard';
}

/** "5 points of 10 apart: end-users at 9 (3 heard), buyers at 4 (1 heard)." */
export function gapWords({ points, higher, lower, wordedDifferently }: AccountGap): string {
  const end = ({ persona, n, middle }: AccountGap['higher']) =>
    `${inSentence(n === 1 ? persona.name : persona.plural)} at ${middle} (${n} heard)`;
  const apart = points === 0 ? 'At one place' : `${formatDistance(points, 1)} of 10 apart`;
  const words = wordedDifferently ? ' Asked in different words.' : '';
  return `${apart}: ${end(higher)}, ${end(lower)}.${words}`;
}
