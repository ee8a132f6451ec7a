import { dayIn } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { withPictures } from '#app/platform/picture-gate.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { longDay } from '#app/programme/told/debt.ts';
import { readPageLanes } from '../read-page-lanes.server.ts';
import { openTypesetter } from '../type/typesetter.server.ts';
import { laneSvg } from './lane-picture.server.ts';

export type DrawnLane =
  | { kind: 'drawn'; png: Buffer; name: string }
  | { kind: 'unknown' }
  | { kind: 'persona_needed' };

/** One persona's lane as a picture for a slide. It is of exactly one persona, which stands in it. */
export async function drawLane(
  house: Pick<House, 'reading' | 'clock'>,
  workspace: Workspace,
  asked: { waveId: string | null; withId: string | null; personaId: string | null },
): Promise<DrawnLane> {
  const { personaId } = asked;
  if (personaId === null) return { kind: 'persona_needed' };
  const read = await readPageLanes(house, workspace, { ...asked, personaId });
  const lane = read.kind === 'read' ? read.page.lanes[0] : undefined;
  if (read.kind !== 'read' || !lane) return { kind: 'unknown' };
  const { name: waveName, programmeName } = read.page.wave;
  const madeOn = longDay(dayIn('UTC', house.clock.now()));
  const svg = laneSvg(await openTypesetter(), lane, { waveName, programmeName, madeOn });
  const png = await withPictures('drawings', (sharp) => sharp(Buffer.from(svg)).png().toBuffer());
  return { kind: 'drawn', png, name: `${lane.persona.plural} ${waveName}` };
}
