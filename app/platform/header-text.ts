/** Beyond this a name is no name, and a line of a header may not be longer than 998 (RFC 5322, 2.1.1). */
const LONGEST = 200;

/**
 * Text for one line of a header, whatever a name holds: no line break of any script, no control character, nothing that
 * is not seen or turns the direction of what stands beside it, and no half of a sign. The two joiners stay: in some
 * scripts a name is misspelled without them.
 */
export function headerText(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    // Plain letters that look like an encoded word (RFC 2047) would be decoded by whoever reads the mail.
    .replaceAll('=?', '= ?')
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\uFFFD]/gu, '')
    .trim();
  return line.length <= LONGEST ? line : `${[...line].slice(0, LONGEST - 1).join('')}…`;
}
