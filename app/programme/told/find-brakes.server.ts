import { dayIn } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAskingRules } from '../asking/asking-rules.store.server.ts';
import type { AskingRules } from '../asking/asking-rules.ts';
import { listDebts } from './debt.store.server.ts';
import { isBraking, type LaneDebt } from './debt.ts';

export interface Asking {
  /** Every programme where left out. */
  programmeId?: string;
  /** The wave that would ask; its own respondents are told when it is over. Null for one that is not drafted yet. */
  waveId: string | null;
  /** Whom it would ask; everybody where left out. */
  personaIds?: readonly string[];
  now: number;
  /** Where they were read already. */
  rules?: AskingRules;
}

/** The waves that hold this one up: of the same programme and persona, promised an answer that was not given. */
export async function findBrakes(db: Db, workspace: Workspace, asking: Asking): Promise<LaneDebt[]> {
  const { programmeId, personaIds, waveId, now } = asking;
  if (personaIds?.length === 0) return [];
  const rules = asking.rules ?? (await findAskingRules(db, workspace));
  const today = dayIn(rules.timeZone, now);
  const which = {
    promisedBefore: today,
    ...(programmeId !== undefined && { programmeId }),
    ...(personaIds && { personaIds }),
  };
  const debts = await listDebts(db, workspace, which);
  return debts.filter(
    (debt) => debt.waveId !== waveId && isBraking(debt, { today, percent: rules.debtPercent }),
  );
}
