import { hash } from 'node:crypto';
import type Sharp from 'sharp';
import { withPictures } from '#app/platform/picture-gate.server.ts';
import { LOGO_BOX, type Logo } from './brand.ts';
import { contrast } from './contrast.ts';

export type EncodedLogo =
  | { kind: 'encoded'; logo: Logo & { bytes: Buffer } }
  | { kind: 'refused'; message: string };

export const LARGEST_FILE = 1024 * 1024;
export const LARGEST_SIDE = 4000;
const SMALLEST_SIDE = 16;

/**
 * Decodes an uploaded picture and encodes what is seen of it anew, as a PNG on white: no byte of the file survives, and
 * a dark scheme that turns grounds around cannot hide it.
 */
export async function encodeLogo(file: Uint8Array): Promise<EncodedLogo> {
  const message = refusalOf(file);
  if (message) return { kind: 'refused', message };
  try {
    return await withPictures('photos', (sharp) => encode(sharp, file));
  } catch {
    // Whatever a decoder stumbles over, the file is at fault.
    return {
      kind: 'refused',
      message: 'This file is damaged and cannot be read as a picture. Export it once more.',
    };
  }
}

function refusalOf(file: Uint8Array): string | null {
  if (file.length === 0) return 'The file is empty. Choose a PNG, JPEG or WebP.';
  if (file.length > LARGEST_FILE) return 'The file is larger than 1 MB. A logo 400 pixels wide is enough.';
  const start = Buffer.from(file.subarray(0, 1024)).toString('latin1');
  if (/^\x89PNG\r\n|^\xff\xd8\xff|^RIFF....WEBP/s.test(start)) return null;
  if (/<svg|<\?xml|<!doctype svg/i.test(start.replaceAll('\0', '')) || start.startsWith('\x1f\x8b'))
    return 'An SVG can hold programs, and most mail programs do not show it. Export the logo as a PNG, 400 pixels wide or more, and upload that.';
  return 'Only PNG, JPEG and WebP are read. Export the logo as a PNG and upload that.';
}

async function encode(sharp: typeof Sharp, file: Uint8Array): Promise<EncodedLogo> {
  const open = () => sharp(file, { failOn: 'error', limitInputPixels: LARGEST_SIDE * LARGEST_SIDE });
  const { width = 0, height = 0 } = await open().metadata();
  if (Math.max(width, height) > LARGEST_SIDE)
    return refused(`It is ${width} × ${height} pixels; each side may have at most ${LARGEST_SIDE}.`);
  if (Math.min(width, height) < SMALLEST_SIDE)
    return refused(`It is ${width} × ${height} pixels; each side needs at least ${SMALLEST_SIDE}.`);
  const seen = await open()
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ ...LOGO_BOX, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (!isSeenOnWhite(seen.data))
    return refused(
      'It stands on white in a mail and would not be seen there. Upload the version for light grounds.',
    );
  const raw = { width: seen.info.width, height: seen.info.height, channels: seen.info.channels };
  const bytes = await sharp(seen.data, { raw }).png({ palette: true, compressionLevel: 9 }).toBuffer();
  const { width: w, height: h } = seen.info;
  return { kind: 'encoded', logo: { hash: hash('sha256', bytes, 'base64url'), bytes, width: w, height: h } };
}

function refused(message: string): EncodedLogo {
  return { kind: 'refused', message };
}

/** Of a hundred dots one has to stand out from white, as a shape does (WCAG 2.2, 1.4.11 asks 3:1 of what matters). */
function isSeenOnWhite(data: Buffer): boolean {
  const dots = data.length / 3;
  let seen = 0;
  for (let at = 0; at < data.length; at += 3) {
    const colour = `#${data.toString('hex', at, at + 3)}`;
    if (contrast(colour, '#ffffff') >= 1.5) seen += 1;
  }
  return seen >= dots / 100;
}
