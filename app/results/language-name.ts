const NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** "German" for "de"; what is no code of a language stays as it is. */
export function languageName(code: string): string {
  try {
    return NAMES.of(code) ?? code;
  } catch {
    return code;
  }
}
