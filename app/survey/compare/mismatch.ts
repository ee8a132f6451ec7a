import { inSentence, type PersonaBase, type PersonaLabel } from '#app/persona/persona.ts';
import { ASSUMED_WORK } from '../assumed-work.ts';

interface Mismatch {
  /** Whom the set was written for. */
  owner: Pick<PersonaLabel, 'name'>;
  /** The published version; null for a draft. */
  number: number | null;
  wanted: Pick<PersonaLabel, 'name' | 'plural'>;
  /** Whose work its questions take for granted, one entry a question; those of `wanted` are not among them. */
  assumed: readonly PersonaBase[];
}

/**
 * `QUESTION_SET_MISMATCH` in words (DOMAIN A5): "End-user question set v3 can’t be sent to buyers. Copy it as a Buyer
 * set and rewrite the 2 questions that assume hands-on use."
 */
export function sayMismatch({ owner, number, wanted, assumed }: Mismatch): string {
  const version = number === null ? 'draft' : `v${number}`;
  const first = `${owner.name} question set ${version} can’t be sent to ${inSentence(wanted.plural)}.`;
  const copy = `Copy it as ${withArticle(wanted.name)} set`;
  return `${first} ${copy} and ${assumed.length === 0 ? 'read each question as they would' : sayRewrite(assumed)}.`;
}

/** `rewrite the 2 questions that assume hands-on use`. */
export function sayRewrite(assumed: readonly PersonaBase[]): string {
  const work = [...new Set(assumed)].map((base) => ASSUMED_WORK[base]);
  const which = work.length === 1 ? work[0]! : `${work.slice(0, -1).join(', ')} or ${work.at(-1)}`;
  return assumed.length === 1
    ? `rewrite the question that assumes ${which}`
    : `rewrite the ${assumed.length} questions that assume ${which}`;
}

/** `an End-user`, `a Buyer`. */
export function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}
