import type Sharp from 'sharp';

/** What libvips may open: what strangers send us, or drawings that we made ourselves. */
export type Opens = 'photos' | 'drawings';

const LOADERS = {
  photos: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
  drawings: ['VipsForeignLoadSvgBuffer'],
} as const satisfies Record<Opens, readonly string[]>;

let last: Promise<unknown> = Promise.resolve();

/**
 * Lets one piece of work at a time open pictures, and only of its own kind: what libvips opens holds for the whole
 * process, and an SVG must stay out of reach while a stranger's file is decoded. Loaded when the first picture comes: a
 * start must not wait for it.
 */
export function withPictures<T>(opens: Opens, work: (sharp: typeof Sharp) => Promise<T>): Promise<T> {
  const turn = last.then(async () => {
    const { default: sharp } = await import('sharp');
    sharp.cache(false);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: [...LOADERS[opens]] });
    try {
      return await work(sharp);
    } finally {
      sharp.block({ operation: ['VipsForeignLoad'] });
      sharp.unblock({ operation: [...LOADERS.photos] });
    }
  });
  last = turn.catch(() => {});
  return turn;
}
