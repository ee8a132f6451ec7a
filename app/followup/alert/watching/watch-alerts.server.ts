import { HOUR, MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { isInConfidence } from '#app/results/confidence/policy.ts';
import {
  type AlertRuleAtWork,
  listAlertRulesAtWork,
  moveAlertLooked,
} from '../rule/alert-rule.store.server.ts';
import { refusedBy } from '../rule/alert-rule.ts';
import { watchDebts } from './watch-debts.server.ts';
import { watchFalls } from './watch-falls.server.ts';
import { watchLeavers } from './watch-leavers.server.ts';
import { watchSilence } from './watch-silence.server.ts';

/** A commit may land a little after the moment that its rows carry; a rule raises once, however often it looks. */
const OVERLAP = 2 * MINUTE;
/** How far it has looked is written down this often: each time is a commit, and looking twice raises nothing twice. */
const NOTED_EVERY = MINUTE;
/** Days pass slowly. */
const DAYS_EVERY = HOUR;

/** Lets every alert rule that is switched on look for what is new. One that stumbles keeps none of the others from it. */
export async function watchAlerts(house: House): Promise<void> {
  for (const atWork of await listAlertRulesAtWork(house.reading)) {
    const workspace = mintWorkspace(atWork.workspaceId);
    try {
      await watch(house, workspace, atWork);
    } catch (fault) {
      const about = { err: fault, rule: atWork.rule.id, workspace: workspace.id };
      house.log.error(about, 'an alert rule stumbled');
    }
  }
}

/** In confidence a wave shows its last figure once nobody can answer any more: a closing is looked at after that. */
function settled(
  { since, lookedUntil }: AlertRuleAtWork['rule'],
  now: number,
  promise: Confidentiality,
): { from: number; until: number } {
  const wait = isInConfidence(promise) ? GRACE + OVERLAP : 0;
  return { from: Math.max(since, lookedUntil - OVERLAP - wait), until: now - wait };
}

async function watch(
  house: House,
  workspace: Workspace,
  { rule, confidentiality }: AlertRuleAtWork,
): Promise<void> {
  const { watch: watched, since, lookedUntil } = rule;
  // No page makes such a rule, and one that came into the table by another way finds nothing.
  if (refusedBy(confidentiality, watched.kind) !== null) return;
  const until = house.clock.now();
  const span = { from: Math.max(since, lookedUntil - OVERLAP), until };
  const isEarly = lookedUntil !== since && until - lookedUntil < DAYS_EVERY;
  switch (watched.kind) {
    case 'fell':
      await watchFalls(house, workspace, {
        rule,
        watch: watched,
        span: settled(rule, until, confidentiality),
      });
      break;
    case 'left':
      await watchLeavers(house, workspace, { rule, watch: watched, span });
      break;
    case 'silence':
      if (isEarly) return;
      await watchSilence(house, workspace, { rule, watch: watched, span });
      break;
    case 'owed':
      if (isEarly) return;
      await watchDebts(house, workspace, { rule, watch: watched, span });
      break;
    default:
      watched satisfies never;
  }
  if (until - lookedUntil >= NOTED_EVERY) await moveAlertLooked(house.db, workspace, rule.id, until);
}
