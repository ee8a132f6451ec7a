import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AccountAnswers } from './gathered.ts';
import { accountsOf } from './gathered-sums.ts';
import type { WaveLine } from './lane.store.server.ts';
import type { Lane } from './read-lanes.server.ts';
import { readTally } from './read-tally.server.ts';
import { valuesOf } from './scale.ts';

/** What ONE persona answered from 0 to 10, account by account or at one; takes the longer the more accounts there are. */
export async function readAccountAnswers(
  db: Db,
  workspace: Workspace,
  { wave, lane, accountId }: { wave: WaveLine; lane: Lane; accountId?: string | undefined },
): Promise<AccountAnswers[]> {
  const { score, row, questions } = lane;
  const asked = questions.find(({ key }) => key === score?.question.key);
  if (!score || !asked) return [];
  const pin = { waveId: wave.id, personaId: row.persona.id, questionKey: asked.key, accountId };
  return accountsOf(await readTally(db, workspace, pin), asked, valuesOf(score.question.scale, []));
}
