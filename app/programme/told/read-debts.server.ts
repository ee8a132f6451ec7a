import { dayIn } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAskingRules } from '../asking/asking-rules.store.server.ts';
import { listDebts } from './debt.store.server.ts';
import { isBraking, isOverdue, type LaneDebt, owedBy } from './debt.ts';

export interface ReadDebt extends LaneDebt {
  owed: number;
  isOverdue: boolean;
  /** It holds up the next wave of its programme to its persona. */
  isBraking: boolean;
}

/** What sent lanes owe their respondents, the longest promised first; those that nobody answered are left out, but in confidence. */
export async function readDebts(
  db: Db,
  workspace: Workspace,
  { now, ...which }: { now: number; programmeId?: string; waveId?: string },
): Promise<ReadDebt[]> {
  const [rules, debts] = await Promise.all([findAskingRules(db, workspace), listDebts(db, workspace, which)]);
  const today = dayIn(rules.timeZone, now);
  return debts
    .filter(({ heard, isQuiet }) => heard > 0 || isQuiet)
    .map((debt) => ({
      ...debt,
      owed: owedBy(debt),
      isOverdue: isOverdue(debt, today),
      isBraking: isBraking(debt, { today, percent: rules.debtPercent }),
    }));
}
