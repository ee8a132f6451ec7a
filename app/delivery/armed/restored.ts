/** What the database says of itself. */
export interface Installation {
  instance: string;
  home: string | null;
  round: number;
  copiedBefore: string | null;
}

/** What lies outside it. */
export interface Outside {
  home: string | null;
  twin: { instance: string; round: number } | 'damaged' | null;
}

/**
 * Why the database cannot be the one that was sent from last, in a sentence; null where it is. What was sent since a copy
 * was made would go out again, and whoever asked not to be written to since would be written to.
 */
export function whyRestored(inside: Installation, { home, twin }: Outside): string | null {
  if (inside.copiedBefore !== null)
    return `The database is the copy that was made before the change ${inside.copiedBefore}.`;
  if (home !== null && inside.home !== null && home !== inside.home)
    return 'The database lies in another place than the one it was last sent from, so it was copied or restored.';
  if (twin === null) return null;
  if (twin === 'damaged') return 'The file beside the database that says how far it had come cannot be read.';
  if (twin.instance !== inside.instance)
    return 'The file beside the database belongs to another state of it, so it was restored.';
  return twin.round > inside.round
    ? 'The database had come further than it says now, so it was restored.'
    : null;
}

/** The same for a database that does not say anything of itself yet: new, or written by an earlier version. */
export function whyOlder({ twin }: Outside, hasMessages: boolean): string | null {
  return twin !== null && hasMessages
    ? 'The database was made by an earlier version than the one that was last sent from, so it was restored.'
    : null;
}
