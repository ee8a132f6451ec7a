import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type Figure, figureOf } from '../figure.ts';
import type { WaveLine } from '../lane.store.server.ts';
import { readLanes } from '../read-lanes.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';

export type RefusedRows =
  /** Single answers of such a wave are shown to nobody; what may be had is there already. */
  | { kind: 'in_confidence'; title: string; figures: Figure[] }
  /** Rows of an unlinkable wave while answers come in: two files a day apart would tell whose came between. */
  | { kind: 'not_closed'; title: string; figures: Figure[] };

export const REFUSED_ROWS = {
  in_confidence: 'EXPORT_IN_CONFIDENCE',
  not_closed: 'EXPORT_BEFORE_CLOSE',
} as const satisfies Record<RefusedRows['kind'], string>;

/**
 * Refuses single answers where a promise forbids them, by whichever way they are asked for: as a file or as a stream. Null where
 * they may be had. A refusal is a result: the figures of the newest wave, one persona each, are in it.
 * @param asked what was asked for, for whoever looks at what was refused
 */
export async function refuseRows(
  { db, reading, clock }: Pick<House, 'db' | 'reading' | 'clock'>,
  workspace: Workspace,
  { waves, asked, actor }: { waves: readonly WaveLine[]; asked: object; actor: Actor },
): Promise<RefusedRows | null> {
  const kind = refusalOf(waves);
  const [wave] = waves;
  if (!kind || !wave) return null;
  const thresholds = await readThresholds(reading, workspace);
  const lanes = await readLanes(reading, workspace, wave);
  const said = JSON.stringify({ ...asked, waves: waves.map(({ id }) => id) }).slice(0, 500);
  await logRefusal(db, workspace, { at: clock.now(), actor, code: REFUSED_ROWS[kind], asked: said });
  return {
    kind,
    title: waves.length === 1 ? wave.name : wave.programmeName,
    figures: lanes.flatMap(({ score }) => (score ? [figureOf(score, thresholds)] : [])),
  };
}

/** The promise is the programme's, so it is the same for each of its waves. */
function refusalOf(waves: readonly WaveLine[]): RefusedRows['kind'] | null {
  if (waves.some(({ confidentiality }) => confidentiality === 'confidential')) return 'in_confidence';
  const isOpen = ({ confidentiality, state }: WaveLine) =>
    confidentiality === 'unlinkable' && state !== 'closed';
  return waves.some(isOpen) ? 'not_closed' : null;
}
