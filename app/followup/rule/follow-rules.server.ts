import { HOUR, MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import type { Hooks } from '../hooks.server.ts';
import { houseHooks } from '../house-hooks.server.ts';
import { followAnswers } from './follow-answers.server.ts';
import { followCorrections } from './follow-corrections.server.ts';
import { followLanes } from './follow-lanes.server.ts';
import { followSilence } from './follow-silence.server.ts';
import { followThemeLanes } from './follow-theme-lanes.server.ts';
import { followThemes } from './follow-themes.server.ts';
import { listRulesAtWork, moveLooked, type RuleAtWork } from './rule.store.server.ts';
import { refusedBy } from './rule.ts';

/** A commit may land a little after the moment that its rows carry; a rule opens once, however often it looks. */
const OVERLAP = 2 * MINUTE;
/** How far it has looked is written down this often: each time is a commit, and looking twice opens nothing twice. */
const NOTED_EVERY = MINUTE;
/** Days pass slowly. */
const SILENCE_EVERY = HOUR;

/** Lets every rule that is switched on look for what is new. One that stumbles keeps none of the others from it. */
export async function followRules(house: House, hooks: Hooks = houseHooks(house)): Promise<void> {
  for (const atWork of await listRulesAtWork(house.reading)) {
    const workspace = mintWorkspace(atWork.workspaceId);
    try {
      await followRule(house, workspace, atWork, hooks);
    } catch (fault) {
      const about = { err: fault, rule: atWork.rule.id, workspace: workspace.id };
      house.log.error(about, 'a rule for follow-ups stumbled');
    }
  }
}

async function followRule(
  house: House,
  workspace: Workspace,
  { rule, confidentiality }: RuleAtWork,
  hooks: Hooks,
): Promise<void> {
  const { trigger, since, lookedUntil } = rule;
  // No page makes such a rule, and one that came into the table by another way finds nothing.
  if (refusedBy(confidentiality, trigger.kind) !== null) return;
  const until = house.clock.now();
  const span = { from: Math.max(since, lookedUntil - OVERLAP), until };
  switch (trigger.kind) {
    case 'score':
    case 'choice':
      if (confidentiality === 'attributed') {
        await followAnswers(house, workspace, { rule, trigger, span }, hooks);
        break;
      }
      // Each closing is looked at once: this look begins where the last one ended, both as far back as commits may land.
      if (until - lookedUntil < NOTED_EVERY) return;
      await followLanes(
        house,
        workspace,
        { rule, trigger, span: { ...span, until: until - OVERLAP } },
        hooks,
      );
      break;
    case 'left':
    case 'role_correction':
      await followCorrections(house, workspace, { rule, trigger, span }, hooks);
      break;
    case 'theme':
      // What is confirmed only now may be of a wave that closed long ago.
      if (confidentiality === 'attributed')
        await followThemes(house, workspace, { rule, trigger, span }, hooks);
      else if (until - lookedUntil < NOTED_EVERY) return;
      else await followThemeLanes(house, workspace, { rule, trigger, span }, hooks);
      break;
    case 'silence':
      if (lookedUntil !== since && until - lookedUntil < SILENCE_EVERY) return;
      await followSilence(house, workspace, { rule, trigger, span }, hooks);
      break;
    default:
      trigger satisfies never;
  }
  if (until - lookedUntil >= NOTED_EVERY) await moveLooked(house.db, workspace, rule.id, until);
}
