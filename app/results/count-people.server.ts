import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { bandOf, bandWords } from './confidence/band.ts';
import { isInConfidence, policyFor } from './confidence/policy.ts';
import { countShownIn } from './confidence/shown.store.server.ts';
import { countHeardIn } from './heard.store.server.ts';
import { listWaves } from './lane.store.server.ts';
import { readThresholds } from './read-thresholds.server.ts';

/**
 * How many of a persona were heard in a wave, as it is told, by its id. In confidence as a band, and a persona of whom nobody
 * answered reads as one of whom a few did: that it has no count yet would tell of the first answer.
 */
export async function countPeople(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<(personaId: string) => string> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  const isQuiet = wave !== undefined && isInConfidence(wave.confidentiality);
  const heard = (await (isQuiet ? countShownIn : countHeardIn)(db, workspace, [waveId])).get(waveId);
  if (!isQuiet) return (personaId) => String(heard?.get(personaId) ?? 0);
  const policy = policyFor(await readThresholds(db, workspace));
  return (personaId) => bandWords(bandOf(heard?.get(personaId) ?? 0, policy));
}
