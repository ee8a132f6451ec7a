import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

/** The two weights that papers and pictures are set in. Their files travel with the product: a bare server has no fonts. */
export type Weight = 'regular' | 'bold';

export interface Faces {
  /** The files as they are, for a PDF to embed. */
  bytes: Record<Weight, Buffer>;
  /** The same, to measure and to draw from. */
  font: Record<Weight, Font>;
}

const FILES = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
} as const satisfies Record<Weight, string>;

let faces: Promise<Faces> | undefined;

/** Read once, when the first paper or picture is asked for. */
export function readFaces(): Promise<Faces> {
  faces ??= load();
  return faces;
}

async function load(): Promise<Faces> {
  const { create } = await import('fontkit');
  const { resolve } = createRequire(import.meta.url);
  const read = (weight: Weight) => readFile(resolve(FILES[weight]));
  const bytes = { regular: await read('regular'), bold: await read('bold') };
  const open = (weight: Weight) => {
    const font = create(bytes[weight]);
    if (!('layout' in font)) throw new TypeError(`${FILES[weight]} holds several fonts.`);
    return font;
  };
  return { bytes, font: { regular: open('regular'), bold: open('bold') } };
}
