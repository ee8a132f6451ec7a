/** Names that sort nobody into a role or out of it (DOMAIN A2, case 29 and 68). */
const GENERIC = new Set([
  'customer',
  'client',
  'contact',
  'user',
  'buyer/user',
  'user/buyer',
  'all',
  'everyone',
  'everybody',
  'anyone',
  'person',
  'people',
  'stakeholder',
  'account',
  'company',
  'respondent',
  'unknown',
  'n/a',
  'na',
  'none',
  'other',
  'misc',
  'default',
  'general',
]);

const EMPTY_WORDS = new Set([
  'all',
  'any',
  'every',
  'our',
  'the',
  'my',
  'a',
  'an',
  'generic',
  'and',
  'other',
]);

/** The key under which two spellings of one name meet: compatibility forms, case and blanks are folded. */
export function personaNameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** True when the name says nothing about what these people do, e.g. "All contacts", "Buyer/User", "N/A". */
export function isGenericName(name: string): boolean {
  const key = personaNameKey(name);
  if (GENERIC.has(key)) return true;
  // Two roles under one name are two hats, not a persona (case 64).
  if (/[/;|&+,]/.test(key)) return true;
  const telling = key.split(/[^\p{L}\p{N}/]+/u).filter((word) => word !== '' && !EMPTY_WORDS.has(word));
  return (
    telling.length === 0 || telling.every((word) => GENERIC.has(word) || GENERIC.has(word.replace(/s$/, '')))
  );
}

/** The id of a custom persona: readable in URLs and in the API, never one of the base ids. */
export function personaIdOf(name: string): string {
  const plain = personaNameKey(name)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  return plain === '' ? 'persona' : plain;
}
