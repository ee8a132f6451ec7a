import type { z } from 'zod';
import type { House } from '#app/platform/house.ts';
import { notFound } from '#app/platform/http/problem.server.ts';
import { invalidAt, type Problem, problemOf } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { openLane } from '../open-lane.server.ts';
import { settleTags } from '../settle-tags.server.ts';
import { tagAnswers } from '../tag-answers.server.ts';
import type { LaneAt } from '../theme.ts';
import type { TagsIn, TagsSettleIn } from './tag-wire.ts';
import { THEME_PROBLEMS } from './theme-problems.ts';

/** Tags what a body names, and says how many; or why not. */
export async function tagByWire(
  house: House,
  workspace: Workspace,
  { wave, persona, theme, answers, actor }: z.infer<typeof TagsIn> & { actor: Actor },
): Promise<Problem | { tags: number }> {
  const lane = { waveId: wave, personaId: persona };
  const problem = await confidenceOf(house, workspace, lane);
  if (problem) return problem;
  const on = answers.map(({ response, question }) => ({ responseId: response, questionKey: question }));
  const tagged = await tagAnswers(house, workspace, { ...lane, themeId: theme, on, actor });
  switch (tagged.kind) {
    case 'tagged':
      return { tags: tagged.texts };
    case 'closed':
      return problemOf(THEME_PROBLEMS, 'THEME_CLOSED', THEME_PROBLEMS.THEME_CLOSED.meaning);
    case 'unknown':
      return tagged.what === 'text'
        ? invalidAt([
            { pointer: '#/answers', detail: 'One of these is no text of this persona in this wave.' },
          ])
        : notFound(tagged.what === 'theme' ? 'such theme' : 'such persona in such a wave');
    case 'too_many':
      return invalidAt([{ pointer: '#/answers', detail: 'Send fewer at once.' }]);
    case 'withheld':
      return inConfidence();
    default:
      return tagged satisfies never;
  }
}

/** Confirms or removes the tags that a body names, and says how many changed; or why not. */
export async function settleByWire(
  house: House,
  workspace: Workspace,
  { wave, persona, act, tags, actor }: z.infer<typeof TagsSettleIn> & { actor: Actor },
): Promise<Problem | { tags: number }> {
  const lane = { waveId: wave, personaId: persona };
  const problem = await confidenceOf(house, workspace, lane);
  if (problem) return problem;
  const on = tags.map(({ response, question, theme }) => ({
    ...{ responseId: response, questionKey: question, themeId: theme },
  }));
  const settled = await settleTags(house, workspace, { ...lane, act, on, actor });
  if (settled.kind === 'settled') return { tags: settled.tags };
  return settled.kind === 'unknown'
    ? notFound('such persona in such a wave')
    : invalidAt([{ pointer: '#/tags', detail: 'Send fewer at once.' }]);
}

/** A key knows single answers only where they were given by name. */
async function confidenceOf({ reading }: House, workspace: Workspace, lane: LaneAt): Promise<Problem | null> {
  const open = await openLane(reading, workspace, lane);
  if (open.kind === 'unknown') return notFound('such persona in such a wave');
  return open.kind === 'open' && open.confidentiality === 'attributed' ? null : inConfidence();
}

function inConfidence(): Problem {
  return problemOf(THEME_PROBLEMS, 'THEMES_IN_CONFIDENCE', THEME_PROBLEMS.THEMES_IN_CONFIDENCE.meaning);
}
