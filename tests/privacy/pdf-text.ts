import { inflateSync } from 'node:zlib';

/**
 * The words of a PDF as our own pen sets it, a line for each piece of text, in the order in which they are drawn. It reads the
 * file itself: objects, packed streams, and the table of each font that says which letters its glyphs stand for.
 */
export function pdfLines(file: Buffer): string[] {
  const objects = objectsIn(file);
  const fonts = fontsIn(objects);
  const drawn = [...objects.values()].filter(({ stream, words }) => stream && isContent(words));
  return drawn.flatMap(({ stream }) => linesIn(stream!.toString('latin1'), fonts));
}

interface PdfObject {
  readonly words: string;
  readonly stream: Buffer | null;
}

function objectsIn(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const found of text.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id, inside] = found;
    const at = inside!.indexOf('stream\n');
    const words = at < 0 ? inside! : inside!.slice(0, at);
    const packed = at < 0 ? null : Buffer.from(inside!.slice(at + 'stream\n'.length), 'latin1');
    objects.set(id!, { words, stream: packed && unpacked(packed, words) });
  }
  return objects;
}

function unpacked(packed: Buffer, words: string): Buffer {
  return words.includes('/FlateDecode') ? inflateSync(packed) : packed;
}

/** Whatever else is packed says what it is. */
function isContent(words: string): boolean {
  return !/\/Type|\/Subtype|\/Length1/.test(words);
}

type Letters = ReadonlyMap<string, string>;

/** By the name that pages call them. */
function fontsIn(objects: ReadonlyMap<string, PdfObject>): Map<string, Letters> {
  const fonts = new Map<string, Letters>();
  for (const { words } of objects.values())
    for (const [, name, id] of words.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.words ?? '')?.[1];
      if (table) fonts.set(name!, lettersIn(objects.get(table)!.stream!.toString('latin1')));
    }
  return fonts;
}

function lettersIn(table: string): Letters {
  const letters = new Map<string, string>();
  for (const [, first, given] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const units = [...given!.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex]) => hex!.replaceAll(' ', ''));
    for (const [at, hex] of units.entries())
      letters.set(
        (Number.parseInt(first!, 16) + at).toString(16).padStart(4, '0'),
        String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
      );
  }
  return letters;
}

function linesIn(content: string, fonts: ReadonlyMap<string, Letters>): string[] {
  let letters: Letters = new Map();
  const lines: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font) ?? new Map();
    if (shown === undefined) continue;
    const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []);
    lines.push(glyphs.map((glyph) => letters.get(glyph) ?? '\uFFFD').join(''));
  }
  return lines;
}
