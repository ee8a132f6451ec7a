import { type Faces, readFaces, type Weight } from './faces.server.ts';
import { breakLines, capLines, type Run, settable, visualRuns } from './set-line.ts';

export interface Style {
  weight: Weight;
  /** In the units of the paper or picture. */
  size: number;
}

/** Measures and breaks words in the fonts that travel with the product, whatever a server has installed. */
export interface Typesetter {
  faces: Faces;
  /** Lines no wider than `width`, at most `most`; what the font lacks is named by a sign. */
  lines(text: string, style: Style, width: number, most?: number): string[];
  width(line: string, style: Style): number;
  /** A line as outlines, its baseline at the origin: SVG path data. */
  outline(line: string, style: Style): string;
}

export async function openTypesetter(): Promise<Typesetter> {
  const faces = await readFaces();
  const runWidth = (run: Run, { weight, size }: Style) =>
    (advanceOf(faces, weight, run) * size) / faces.font[weight].unitsPerEm;
  const width = (line: string, style: Style) =>
    visualRuns(line).reduce((sum, run) => sum + runWidth(run, style), 0);
  return {
    faces,
    width,
    lines: (text, style, room, most = Number.POSITIVE_INFINITY) => {
      const font = faces.font[style.weight];
      const known = settable(text, (codePoint) => font.hasGlyphForCodePoint(codePoint));
      return capLines(
        breakLines(known, room, (line) => width(line, style)),
        most,
      );
    },
    outline: (line, style) => {
      let x = 0;
      return visualRuns(line)
        .map((run) => {
          const path = runOutline(faces, run, style, x);
          x += runWidth(run, style);
          return path;
        })
        .join('');
    },
  };
}

const MOST_KEPT = 5000;
/** A line is measured anew with each word that may still fit on it, and a paper says mostly what the one before it said. */
const kept = new Map<string, number>();

/** In units of the font; laying out a run costs many times a look at what was measured before. */
function advanceOf(faces: Faces, weight: Weight, { text, isRightToLeft }: Run): number {
  const key = `${weight} ${isRightToLeft} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const { advanceWidth } = laidOut(faces, weight, text, isRightToLeft);
  kept.set(key, advanceWidth);
  return advanceWidth;
}

function laidOut(faces: Faces, weight: Weight, text: string, isRightToLeft: boolean) {
  return faces.font[weight].layout(text, [], undefined, undefined, isRightToLeft ? 'rtl' : 'ltr');
}

function runOutline(faces: Faces, run: Run, { weight, size }: Style, from: number): string {
  const { glyphs, positions } = laidOut(faces, weight, run.text, run.isRightToLeft);
  const scale = size / faces.font[weight].unitsPerEm;
  let x = from;
  let path = '';
  for (const [at, glyph] of glyphs.entries()) {
    const { xOffset, yOffset, xAdvance } = positions[at]!;
    // Letters of a font stand on their line and grow upwards; a picture counts downwards.
    path += glyph.path
      .scale(scale, -scale)
      .translate(x + xOffset * scale, -yOffset * scale)
      .toSVG();
    x += xAdvance * scale;
  }
  return path;
}
