/** More of one text than this is not looked at. */
const MOST = 20_000;

export interface PlainWords {
  words: string;
  /** What it was dressed in. */
  lost: { format: boolean; link: boolean; picture: boolean; code: boolean };
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", hellip: '…', ndash: '–', mdash: '—' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß' },
};

/** The words of a text that may be HTML or Markdown: tags, scripts and styles go, entities become letters. */
export function plainWords(text: string): PlainWords {
  const bare = ['script', 'style'].reduce(withoutElement, text.slice(0, MOST));
  const lost = {
    format: /<(b|i|u|em|strong|font|h\d|ul|ol|table)\b|style=|\*\*/i.test(bare),
    link: /<a\b/i.test(bare),
    picture: /<(img|svg|video|iframe|audio)\b|!\[/i.test(bare),
    code: bare.length < Math.min(text.length, MOST),
  };
  const words = bare
    .replace(/<\/?(p|div|br|li|tr|td|h\d|ul|ol|table)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/\*\*/g, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole)
    // What no line of a page shows, and the two letters that stand for our own marks.
    .replace(/[\p{Cc}\s\u200b\ufeff\ue000-\ue00f]+/gu, ' ')
    .toWellFormed()
    .trim();
  return { words, lost };
}

/** Without an element and what is in it. By places, because a pattern over hostile text takes long. */
function withoutElement(text: string, name: string): string {
  const low = text.toLowerCase();
  let kept = '';
  let at = 0;
  while (at < text.length) {
    const start = low.indexOf(`<${name}`, at);
    if (start < 0) return kept + text.slice(at);
    const end = low.indexOf(`</${name}`, start);
    kept += text.slice(at, start);
    if (end < 0) return kept;
    const close = low.indexOf('>', end);
    at = close < 0 ? text.length : close + 1;
  }
  return kept;
}

function entity(name: string): string | null {
  if (!name.startsWith('#'))
    return Object.hasOwn(NAMED, name.toLowerCase()) ? NAMED[name.toLowerCase()]! : null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** At most this many characters, cut between words where that costs little. */
export function cutWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const blank = room.lastIndexOf(' ');
  return `${(blank > most * 0.6 ? room.slice(0, blank) : room).trimEnd().toWellFormed()}…`;
}
