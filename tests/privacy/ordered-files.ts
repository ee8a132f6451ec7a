import { readSheet } from 'read-excel-file/node';
import type { FixedClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { runExports } from '#app/results/export/run-exports.server.ts';
import type { AskedInConfidence } from './asked-in-confidence.ts';
import { csvData, figuresIn } from './csv-data.ts';
import type { Said, Watcher } from './watcher.ts';

const ROUTE = '_desk.exports._index';

/** What an executive may order of a wave, each by how its file is read. */
const FORMATS: Readonly<Record<string, (file: Buffer) => Promise<unknown> | unknown>> = {
  'figures.csv': (file) => csvData(file.toString()),
  'figures.json': (file) => JSON.parse(file.toString()),
  'figures.xlsx': async (file) => {
    const [, ...rows] = await readSheet(file, 'Data');
    return figuresIn(rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell)))));
  },
};

/** Orders the figures of both waves as every kind of file, waits for them, reads them, and puts them away. */
export async function orderFigures(
  watcher: Watcher,
  { desk, waveId, link }: AskedInConfidence,
  clock: FixedClock,
): Promise<Said[]> {
  const said: Said[] = [];
  for (const [format, read] of Object.entries(FORMATS))
    for (const whose of [toSlug('wave', waveId), toSlug('programme', link.programmeId)]) {
      // The newest stands first on the page, so two must not be ordered at once.
      clock.advance(1);
      await watcher.post('/exports', { of: whose, file: format });
      await runExports(desk.house);
      const [page] = (await watcher.page(ROUTE, '/exports')).data as [ExportsPage];
      const [job] = page.exports;
      const file = job?.files.find(({ name }) => /figures\.\w+$/.test(name));
      if (job?.state !== 'done' || !file) throw new Error(`The ${format} of ${whose} was not made.`);
      const bytes = await watcher.file(`/exports/${job.slug}/${file.number}`);
      await watcher.post('/exports', { intent: 'end', export: job.slug });
      const surface = { route: format, path: `${format} of ${whose}`, byKey: false };
      said.push({ ...surface, body: bytes.toString('latin1'), data: await read(bytes) });
    }
  return said;
}

interface ExportsPage {
  exports: { slug: string; state: string; files: { number: number; name: string }[] }[];
}
