import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openGallery } from './gallery.ts';
import { PAGES } from './pages.ts';

/**
 * Takes a picture of every page of the example, wide and narrow, light and dark:
 * `node tests/browser/shots.ts [folder]`, after `npm run build`.
 */
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 375, height: 812 } } as const;
const SCHEMES = ['light', 'dark'] as const;

const folder = process.argv[2] ?? 'reports/shots';
await mkdir(folder, { recursive: true });
const gallery = await openGallery();
for (const row of PAGES.filter(({ name }) =>
  /tag|theme|narrowed|persona-buyer|^decisions$|programme-rules|follow-up-new$/.test(name),
)) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const { page, takeDown } = await gallery.hang(row, { viewport, reducedMotion: 'reduce' });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${row.name}-${size}-${colorScheme}.png`), fullPage: true });
    }
    await takeDown();
  }
}
await gallery.close();
process.stdout.write(`${PAGES.length * 4} pictures are in ${folder}\n`);
