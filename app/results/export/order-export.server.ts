import { logRefusal, writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type Figure, figureOf } from '../figure.ts';
import type { WaveLine } from '../lane.store.server.ts';
import { readLanes } from '../read-lanes.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';
import { countLiveExports, insertExport } from './export.store.server.ts';
import { type ExportFormat, type ExportWhat, isFormatOf, MOST_EXPORTS } from './export-job.ts';
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
  /** Single answers of such a wave are shown to nobody; what may be had is there already. */
  | { kind: 'in_confidence'; title: string; figures: Figure[] }
  /** Rows of an unlinkable wave while answers come in: two files a day apart would tell whose came between. */
  | { kind: 'not_closed'; title: string; figures: Figure[] };

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
  const refused = what === 'rows' ? refusalOf(waves) : null;
  if (refused) return refuse(house, workspace, order, { code: refused, waves });
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

const CODES = { in_confidence: 'EXPORT_IN_CONFIDENCE', not_closed: 'EXPORT_BEFORE_CLOSE' } as const;
type Refused = keyof typeof CODES;

/** The promise is the programme's, so it is the same for each of its waves. */
function refusalOf(waves: readonly WaveLine[]): Refused | null {
  if (waves.some(({ confidentiality }) => confidentiality === 'confidential')) return 'in_confidence';
  const isOpen = ({ confidentiality, state }: WaveLine) =>
    confidentiality === 'unlinkable' && state !== 'closed';
  return waves.some(isOpen) ? 'not_closed' : null;
}

/** A refusal is a result: the figures of the newest wave, one persona each, are in it. */
async function refuse(
  { db, reading, clock }: House,
  workspace: Workspace,
  { actor, what, format }: ExportOrder,
  { code, waves }: { code: Refused; waves: readonly WaveLine[] },
): Promise<OrderedExport> {
  const [wave] = waves;
  const thresholds = await readThresholds(reading, workspace);
  const lanes = await readLanes(reading, workspace, wave!);
  const asked = JSON.stringify({ export: what, format, waves: waves.map(({ id }) => id) }).slice(0, 500);
  await logRefusal(db, workspace, { at: clock.now(), actor, code: CODES[code], asked });
  return {
    kind: code,
    title: waves.length === 1 ? wave!.name : wave!.programmeName,
    figures: lanes.flatMap(({ score }) => (score ? [figureOf(score, thresholds)] : [])),
  };
}
