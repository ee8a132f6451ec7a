import { oneLine } from './import/cell-text.ts';

/** The name by which two spellings of one account, or of one person, are the same: case and blanks do not count. */
export function nameKey(name: string): string {
  return oneLine(name).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

/** What search looks through: the name and every address of a person. */
export function searchKey(name: string, emailKeys: readonly string[]): string {
  return [nameKey(name), ...emailKeys].join(' ');
}
