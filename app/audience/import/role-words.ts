import type { PersonaBase } from '#app/persona/persona.ts';
import { plainWords, trimCell } from './cell-text.ts';

/**
 * What a role cell says. `two_hats` is never a persona of its own (DOMAIN.md 8.7): it asks which one, word by word.
 * `unknown` waits until a person says what the word means.
 */
export type RoleCell =
  | { readonly kind: 'persona'; readonly personaId: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unknown'; readonly word: string }
  | { readonly kind: 'two_hats'; readonly words: readonly string[] };

/** The key under which a role word is confirmed: case and outer blanks do not count, everything else does. */
export function wordKey(text: string): string {
  return trimCell(text).normalize('NFC').toLowerCase();
}

/**
 * Reads a role cell against the words a person confirmed, by `wordKey`. A word confirmed as null comes in without a
 * role, like a blank. “Unknown” and “n/a” say that the role is missing; they are no persona (case 68).
 */
export function readRoleCell(text: string, confirmed: ReadonlyMap<string, string | null>): RoleCell {
  const word = trimCell(text);
  const key = wordKey(word);
  if (SAYS_NOTHING.has(key)) return { kind: 'blank' };
  const hats = splitHats(word);
  if (hats.length > 1) return { kind: 'two_hats', words: hats };
  const [hat = word] = hats;
  const personaId = confirmed.get(wordKey(hat));
  if (personaId === undefined) return { kind: 'unknown', word: hat };
  return personaId === null ? { kind: 'blank' } : { kind: 'persona', personaId };
}

const SAYS_NOTHING = new Set([
  '',
  '-',
  '–',
  '—',
  'n/a',
  'na',
  'n.a.',
  'none',
  'null',
  'unknown',
  'unbekannt',
  'inconnu',
  'desconocido',
  '?',
  '(blank)',
]);

/** The distinct words between semicolons, slashes, bars and line breaks. A comma or an “and” is part of a word. */
function splitHats(word: string): string[] {
  const hats = new Map<string, string>();
  for (const part of word.split(/[;/|\r\n]/)) {
    const key = wordKey(part);
    if (!SAYS_NOTHING.has(key) && !hats.has(key)) hats.set(key, trimCell(part));
  }
  return [...hats.values()];
}

/** A suggestion to a person, never applied by itself. `persona` is null where only someone who knows can decide. */
export type WordSuggestion = { readonly persona: PersonaBase | null; readonly reason: string };

/** What a role word usually means, in the vocabularies of Salesforce and HubSpot and in plain words. */
export function suggestPersonaForWord(word: string): WordSuggestion {
  const known = MEANINGS.get(plainWords(word).join(' '));
  return (
    known ?? { persona: null, reason: 'This word is not among the usual ones. Say what these people do.' }
  );
}

const WORDS: readonly (WordSuggestion & { readonly words: string })[] = [
  {
    persona: 'buyer',
    reason: 'Usually signs or holds the budget.',
    words: `Buyer | Economic buyer | Economic decision maker | Decision maker | Executive decision maker | Decider |
      Budget holder | Budget owner | Approver | Signatory | Final approver | Purchaser | Entscheider | Entscheiderin |
      Budgetverantwortlicher | Budgetverantwortliche | Käufer | Einkäufer | Décideur | Décideuse | Acheteur | Acheteuse |
      Responsable du budget | Decisor | Decisora | Comprador | Compradora | Responsable del presupuesto`,
  },
  {
    persona: 'end_user',
    reason: 'Usually has hands on the product.',
    words: `User | End user | End-user | Enduser | Business user | Power user | Key user | Daily user | Primary user |
      Anwender | Anwenderin | Nutzer | Nutzerin | Benutzer | Endanwender | Endnutzer | Utilisateur | Utilisatrice |
      Utilisateur final | Utilisatrice finale | Usuario | Usuaria | Usuario final | Usuaria final`,
  },
  {
    persona: 'influencer',
    reason: 'Usually has a say and needs the outcome, without signing.',
    words: `Influencer | Technical influencer | Tech evaluator | Technical evaluator | Evaluator | Technical buyer |
      Recommender | Beeinflusser | Beeinflusserin | Meinungsbildner | Prescripteur | Prescriptrice | Influenceur |
      Influenceuse | Évaluateur | Influenciador | Influenciadora | Prescriptor | Prescriptora | Evaluador`,
  },
  {
    persona: 'influencer',
    reason: 'Usually checks the contract for their part of the firm, without holding the budget.',
    words: 'Legal & Compliance | Legal | Compliance | Security reviewer | Data protection officer',
  },
  {
    persona: 'advocate',
    reason: 'Usually speaks about us to others.',
    words: `Advocate | Reference | Reference contact | Brand advocate | Evangelist | Fürsprecher | Fürsprecherin |
      Referenz | Ambassadeur | Ambassadrice | Embajador | Embajadora | Referencia`,
  },
  {
    persona: null,
    reason: 'A champion may use, influence, buy or speak for us. Say what a champion does here.',
    words: 'Champion | Internal champion | Coach | Championne',
  },
  {
    persona: null,
    reason: 'A sponsor may hold the budget or only lend a name. Say which it is here.',
    words: 'Executive sponsor | Sponsor | Project sponsor | Business sponsor',
  },
  {
    persona: null,
    reason: 'This says how someone stands towards a deal, not what they do.',
    words: 'Blocker | Gatekeeper | Detractor | Supporter | Skeptic | Opponent',
  },
  {
    persona: null,
    reason: 'This word sorts nobody. Say what these people do, or leave the role missing.',
    words: `Other | Contact | Primary contact | Main contact | Stakeholder | Member |
      Buying committee | Committee member | Sonstige | Andere | Autre | Otro | Otra`,
  },
];

const MEANINGS: ReadonlyMap<string, WordSuggestion> = new Map(
  WORDS.flatMap(({ words, persona, reason }) =>
    words.split('|').map((word) => [plainWords(word).join(' '), { persona, reason }] as const),
  ),
);
