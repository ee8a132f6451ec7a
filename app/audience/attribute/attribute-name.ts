import { oneLine, plainWords } from '../import/cell-text.ts';
import { type About, MOST } from './attribute.ts';
import { MONEY, PROTECTED, ROLE } from './refused-words.ts';

export type RefusedCode = 'PROTECTED_ATTRIBUTE' | 'MONEY_SEGMENT' | 'PERSONA_REQUIRED';

export type JudgedName =
  | { kind: 'fine'; name: string }
  /** Mend the name; nothing is wrong with what it is about. */
  | { kind: 'unfit'; sentence: string }
  | { kind: 'refused'; code: RefusedCode; sentence: string };

/**
 * Whether an attribute may have this name. Refused is what says who somebody is by birth, body or belief, what they
 * pay, and what a role says already. Whole words are looked at: a package has no age.
 */
export function judgeName(about: About, text: string): JudgedName {
  const name = oneLine(text);
  if (name === '' || name.includes('\0')) return { kind: 'unfit', sentence: 'Write a name, such as Region.' };
  if (name.length > MOST.name) return { kind: 'unfit', sentence: `Write at most ${MOST.name} characters.` };
  const words = wordsOf(name);
  const trait = PROTECTED.find((one) => (one.alsoAccounts || about === 'person') && one.says(words));
  if (trait) return refuse('PROTECTED_ATTRIBUTE', `“${name}” describes ${trait.what}. ${NO_TRAITS}`);
  if (MONEY(words) || /\p{Sc}/u.test(name))
    return refuse('MONEY_SEGMENT', `“${name}” sorts by what they pay you. ${NO_MONEY}`);
  if (ROLE(words)) return refuse('PERSONA_REQUIRED', `“${name}” is a role. ${NO_ROLES}`);
  return { kind: 'fine', name };
}

const NO_TRAITS = 'People are picked here by what they do and need, never by what they are.';
const NO_MONEY =
  'Two accounts that pay the same may need opposite experiences, so nobody is picked or grouped by it.';
const NO_ROLES = 'Roles are given on a person’s page or by an import, and a send picks by persona already.';

/** “SeniorCitizen2”, “senior_citizen” and “Senior citizen” are the same words. */
function wordsOf(name: string): string {
  const apart = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2');
  return ` ${plainWords(apart).join(' ')} `;
}

function refuse(code: RefusedCode, sentence: string): JudgedName {
  return { kind: 'refused', code, sentence };
}
