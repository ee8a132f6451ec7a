import { oneLine } from '../import/cell-text.ts';

const LONGEST = 80;

/**
 * Reads the name of a colleague; null where it is none. A stranger writes it and a mail greets with it, so nothing fits
 * in it that a mail program would turn into a link, an address or a second header line.
 */
export function readColleagueName(text: string): string | null {
  const name = oneLine(text).normalize('NFC');
  if (name.length > LONGEST || !/\p{L}/u.test(name)) return null;
  // A dot ends an initial or a title; between two letters it makes a domain.
  return /^(?:[\p{L}\p{M}'’ -]|\.(?=[ -]|$)|,(?= ))+$/u.test(name) ? name : null;
}
