import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countOpenedTexts } from '../confidence/opened-text.store.server.ts';
import { isInConfidence, policyFor } from '../confidence/policy.ts';
import { listLanes, listWaves } from '../lane.store.server.ts';
import { listQuestions } from '../question.store.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';
import { readableTexts } from '../texts.ts';
import type { LaneAt } from './theme.ts';

export type OpenLane =
  | { kind: 'open'; questionKeys: string[]; confidentiality: 'attributed' | 'confidential' | 'unlinkable' }
  | { kind: 'unknown' }
  /** Too few wrote in confidence: nobody reads them, so nobody sorts them either. */
  | { kind: 'withheld' };

/** The texts of a lane that members may read, and so may tag. */
export async function openLane(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: LaneAt,
): Promise<OpenLane> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  const lane = (await listLanes(db, workspace, waveId)).find(({ persona }) => persona.id === personaId);
  if (!wave || !lane) return { kind: 'unknown' };
  const { confidentiality } = wave;
  const asked = await listQuestions(db, workspace, [lane.surveyVersionId]);
  const questionKeys = readableTexts(asked, confidentiality);
  if (isInConfidence(confidentiality)) {
    const { writers } = await countOpenedTexts(db, workspace, { waveId, personaId, questionKeys });
    if (writers < policyFor(await readThresholds(db, workspace)).texts) return { kind: 'withheld' };
  }
  return { kind: 'open', questionKeys, confidentiality };
}
