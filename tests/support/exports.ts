import { DAY } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { changeExport } from '#app/results/export/export.store.server.ts';
import { listExports } from '#app/results/export/list-exports.server.ts';
import { openExportFile } from '#app/results/export/open-export-file.server.ts';
import { type ExportOrder, orderExport } from '#app/results/export/order-export.server.ts';
import { runExports } from '#app/results/export/run-exports.server.ts';
import { takeTurn } from '#app/results/export/turn.store.server.ts';
import type { Desk } from './asking.ts';

export type Wanted = Pick<ExportOrder, 'what' | 'format'> & { programmeId: string; waveId?: string | null };

export function order({ house, workspace, memberId: actor }: Desk, wanted: Wanted) {
  return orderExport(house, workspace, { waveId: null, ...wanted, actor });
}

/** What was ordered, as the list shows it. */
export async function listed({ house, workspace, memberId: actor }: Desk, exportId: string) {
  return (await listExports(house.db, workspace, { actor, exportId }))[0];
}

/** The bytes of a finished file, by its number. */
export async function download(
  { house, workspace, memberId: actor }: Desk,
  exportId: string,
  number: number,
) {
  const open = await openExportFile(house.db, workspace, { exportId, number, actor });
  if (!open) return null;
  const all: Uint8Array[] = [];
  for await (const piece of open.bytes) all.push(piece);
  return Buffer.concat(all);
}

/** Orders, makes and reads back: each file by the end of its name, such as `answers.csv`. */
export async function exported(desk: Desk, wanted: Wanted): Promise<Record<string, Buffer>> {
  const ordered = await order(desk, wanted);
  if (ordered.kind !== 'ordered') throw new Error(ordered.kind);
  await runExports(desk.house);
  const job = await listed(desk, ordered.id);
  if (job?.state !== 'done') throw new Error(`${job?.state}: ${job?.failure}`);
  const files: Record<string, Buffer> = {};
  for (const { number, name } of job.files)
    files[name.replace(/^.*-(?=[a-z]+\.[a-z]+$)/, '')] = (await download(desk, ordered.id, number))!;
  return files;
}

/** The cells of a CSV without line breaks inside them; its header first. */
export function csvCells(file: Buffer): string[][] {
  const lines = file.toString().replace('\uFEFF', '').trimEnd().split('\r\n');
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
}

/** The same by the name of the column. */
export function csvRows(file: Buffer): Record<string, string>[] {
  const [header, ...rows] = csvCells(file);
  return rows.map((cells) => Object.fromEntries(header!.map((name, at) => [name, cells[at] ?? ''])));
}

/** Figures of a wave, made and lying ready for whoever is at the desk; answers how URLs name them. */
export async function leaveFigures(desk: Desk, waveId: string): Promise<string> {
  const order = { what: 'figures', format: 'json', waveId, programmeId: null, actor: desk.memberId } as const;
  const ordered = await orderExport(desk.house, desk.workspace, order);
  if (ordered.kind !== 'ordered') throw new Error(ordered.kind);
  await runExports(desk.house);
  return toSlug('export', ordered.id);
}

/** One export that lies ready, one that is being made and one that waits. */
export async function leaveExports(desk: Desk, waveId: string): Promise<void> {
  const { house, workspace, memberId: actor } = desk;
  const of = { what: 'rows', waveId, programmeId: null, actor } as const;
  await orderExport(house, workspace, { ...of, format: 'csv' });
  await runExports(house);
  await orderExport(house, workspace, { ...of, format: 'xlsx' });
  const now = house.clock.now();
  const taken = await takeTurn(house.db, now, now + DAY);
  const at = { id: taken!.id, attempt: taken!.attempt };
  await changeExport(house.db, workspace, at, ['running'], { rowsDone: 12, rowsTotal: 40 });
  await orderExport(house, workspace, { ...of, format: 'parquet' });
}
