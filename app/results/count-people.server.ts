import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { bandOf, bandWords } from './confidence/band.ts';
import { isInConfidence } from './confidence/policy.ts';
import { countShownIn } from './confidence/shown.store.server.ts';
import { countHeardIn } from './heard.store.server.ts';
import { listWaves } from './lane.store.server.ts';

/** How many of each persona were heard in a wave, by persona id, as it is told: in confidence as a band. */
export async function countPeople(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<Map<string, string>> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  const isQuiet = wave !== undefined && isInConfidence(wave.confidentiality);
  const heard = (await (isQuiet ? countShownIn : countHeardIn)(db, workspace, [waveId])).get(waveId)!;
  return new Map(
    [...heard].map(([personaId, people]) => [
      personaId,
      isQuiet ? bandWords(bandOf(people)) : String(people),
    ]),
  );
}
