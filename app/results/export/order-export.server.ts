import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { countLiveExports, insertExport } from './export.store.server.ts';
import { type ExportFormat, type ExportWhat, isFormatOf, MOST_EXPORTS } from './export-job.ts';
import { type RefusedRows, refuseRows } from './refuse-rows.server.ts';
import { wavesOf } from './waves-of.server.ts';

export interface ExportOrder {
  what: ExportWhat;
  format: ExportFormat;
  /** One of the two: a wave, or every wave of a programme. */
  waveId: string | null;
  programmeId: string | null;
  actor: Actor;
}

export type OrderedExport =
  | { kind: 'ordered'; id: string }
  /** No such wave or programme, or none of its waves was sent. */
  | { kind: 'unknown' }
  | { kind: 'other_format' }
  | { kind: 'too_many' }
  | RefusedRows;

/** Orders files of a wave or of a programme; they are made in the background. */
export async function orderExport(
  house: House,
  workspace: Workspace,
  order: ExportOrder,
): Promise<OrderedExport> {
  const { what, format, actor } = order;
  if (!isFormatOf(what, format)) return { kind: 'other_format' };
  const waves = await wavesOf(house.reading, workspace, order);
  const [newest] = waves;
  if (!newest) return { kind: 'unknown' };
  const asked = { export: what, format };
  const refused = what === 'rows' ? await refuseRows(house, workspace, { waves, asked, actor }) : null;
  if (refused) return refused;
  if ((await countLiveExports(house.db, workspace, actor)) >= MOST_EXPORTS) return { kind: 'too_many' };
  const { ids, clock, db } = house;
  const [id, now] = [ids.make(), clock.now()];
  const { programmeId } = newest;
  const { waveId } = order;
  await db.transaction().execute(async (tx) => {
    const job = { id, what, format, programmeId, waveId, orderedBy: actor, orderedAt: now };
    await insertExport(tx, workspace, job);
    const detail = { what, format, programme: programmeId, wave: waveId };
    await writeAudit(tx, workspace, {
      id: ids.make(),
      at: now,
      actor,
      act: 'order_export',
      subject: id,
      detail,
    });
  });
  house.wakeExports?.();
  return { kind: 'ordered', id };
}
