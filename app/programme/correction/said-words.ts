import type { Correction } from './correction.ts';

/** What somebody said, as a member reads it. @param nameOf the name of a persona. */
export function saidInWords(
  {
    said,
    fromPersonaId,
    toPersonaId,
    words,
  }: Pick<Correction, 'said' | 'fromPersonaId' | 'toPersonaId' | 'words'>,
  nameOf: (personaId: string) => string,
): string {
  switch (said) {
    case 'still':
      return `Still ${nameOf(fromPersonaId)}.`;
    case 'other':
      return `${nameOf(toPersonaId ?? '')} now, ${nameOf(fromPersonaId)} no more.`;
    case 'none':
      return words === '' ? 'None of the roles.' : `None of the roles: “${words}”.`;
    case 'left':
      return 'Has left.';
    default:
      return said satisfies never;
  }
}
