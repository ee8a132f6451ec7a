/** What a password has to be when it is the only factor (OWASP ASVS 6.2). Length counts characters, not bytes. */
export const PASSWORD_LENGTH = { least: 15, most: 128 };

/** The sentence that says why a password can't be taken, or null. Any characters are welcome. */
export function refusePassword(
  password: string,
  known: { email: string; workspaceName: string },
): string | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) {
    return `Choose a password of at least ${PASSWORD_LENGTH.least} characters; four words in a row are easy to keep.`;
  }
  if (length > PASSWORD_LENGTH.most)
    return `Choose a password of at most ${PASSWORD_LENGTH.most} characters.`;
  if (isSame(password, known.email)) return 'Choose a password that is not your e-mail address.';
  if (isSame(password, known.workspaceName))
    return 'Choose a password that is not the name of the workspace.';
  return null;
}

function isSame(a: string, b: string): boolean {
  const fold = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return fold(a) === fold(b);
}
