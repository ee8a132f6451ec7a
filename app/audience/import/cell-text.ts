/** Outer blanks go, whatever kind a spreadsheet or a web page left: no-break, zero-width, byte-order mark. */
export function trimCell(text: string): string {
  return trimWhile(text, isBlank);
}

/** As `trimCell`, for values that are never prose: direction marks, joiners and soft hyphens go as well. */
export function trimToken(text: string): string {
  return trimWhile(text, (code) => isBlank(code) || isMark(code));
}

/** A value shown on one line: line breaks and tabs inside become one space, everything else stays as typed. */
export function oneLine(text: string): string {
  const trimmed = trimCell(text);
  return /[\t\n\v\f\r\u2028\u2029]/.test(trimmed)
    ? trimmed.replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
    : trimmed;
}

/** Letters and digits only, without case and accents: two spellings of one header or title meet here. */
export function plainWords(text: string): string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
  return bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

// A loop from each end, not a regular expression: `\s+$` takes quadratic time on a cell full of blanks.
function trimWhile(text: string, goes: (code: number) => boolean): string {
  let from = 0;
  let to = text.length;
  while (from < to && goes(text.charCodeAt(from))) from += 1;
  while (to > from && goes(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function isBlank(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code >= 0x2000 && code <= 0x200b) return true;
  return OTHER_BLANKS.has(code);
}

const OTHER_BLANKS = new Set([0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff]);

function isMark(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200c && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}
