/** Two wordings are one series only if they read the same: case and blanks aside. */
export function wordingKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
