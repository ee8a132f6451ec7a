import { formatCount } from '#app/results/display.ts';
import type { TemplateSeat } from './template/template.ts';

/** How many accounts that answered in ONE wave were heard from every role of the template: people are counted, and no answer. */
export interface CoverageShare {
  /** Accounts where at least one person was heard. */
  readonly of: number;
  readonly complete: number;
}

/** @param heard people by account id, then persona id */
export function coverageShareOf(
  template: readonly TemplateSeat[],
  heard: ReadonlyMap<string, ReadonlyMap<string, number>>,
): CoverageShare {
  const complete = [...heard.values()].filter((own) =>
    template.every(({ persona, people }) => (own.get(persona.id) ?? 0) >= people),
  );
  return { of: heard.size, complete: complete.length };
}

/** "2 of the 9 accounts that answered were heard from every role of their committee." Null where none answered. */
export function coverageShareWords({ of, complete }: CoverageShare): string | null {
  if (of === 0) return null;
  if (of === 1)
    return complete === 1
      ? 'The one account that answered was heard from every role of its committee.'
      : 'The one account that answered was not heard from every role of its committee.';
  const were = complete === 1 ? 'was' : 'were';
  return `${complete} of the ${formatCount(of, 'account')} that answered ${were} heard from every role of their committee.`;
}
