import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AccountAnswers } from '../gathered.ts';
import { accountsOf } from '../gathered-sums.ts';
import type { WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import { valuesOf } from '../scale.ts';
import { readShown } from './shown.store.server.ts';

/**
 * What ONE persona answered from 0 to 10, account by account, as far as it is shown in confidence: what was counted since the
 * last release is in no group, as it is in no figure. For breaking a lane down; no page names these accounts.
 */
export async function readShownAccounts(
  db: Db,
  workspace: Workspace,
  { wave, lane }: { wave: WaveLine; lane: Lane },
): Promise<{ accounts: AccountAnswers[]; people: number }> {
  const { score, row, questions } = lane;
  const asked = questions.find(({ key }) => key === score?.question.key);
  if (!score || !asked) return { accounts: [], people: 0 };
  const pin = { waveId: wave.id, personaId: row.persona.id, questionKey: asked.key };
  const accounts = accountsOf(await readShown(db, workspace, pin), asked, valuesOf(score.question.scale, []));
  const people = accounts.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
  return { accounts, people };
}
