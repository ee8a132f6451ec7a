import type { z } from 'zod';
import { followMerged } from '#app/followup/theme/follow-merged.server.ts';
import type { House } from '#app/platform/house.ts';
import { notFound } from '#app/platform/http/problem.server.ts';
import { type Problem, problemOf } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { changeTheme, type ThemeChange } from '#app/results/theme/change-theme.server.ts';
import { readTheme } from '#app/results/theme/list-themes.server.ts';
import { mergeThemes } from '#app/results/theme/merge-themes.server.ts';
import { THEME_PROBLEMS } from '#app/results/theme/wire/theme-problems.ts';
import type { ThemeChangeIn } from '#app/results/theme/wire/theme-wire.ts';

interface Given {
  id: string;
  change: z.infer<typeof ThemeChangeIn>;
  actor: Actor;
}

/** Does what the body asks for; why it was not done, or null. */
export async function changeByWire(
  house: House,
  workspace: Workspace,
  { id, change: { merge_into: into, state, ...words }, actor }: Given,
): Promise<Problem | null> {
  const theme = await readTheme(house.db, workspace, id);
  if (!theme) return notFound('such theme');
  if (into) {
    const merged = await mergeThemes(house, workspace, { from: id, into, actor }, followMerged);
    if (merged.kind === 'merged') return null;
    return merged.kind === 'unknown' ? notFound('such theme') : said('THEME_CLOSED');
  }
  const changes: ThemeChange[] = [];
  const { name, definition } = { name: theme.name, definition: theme.definition, ...words };
  if (words.name !== undefined || words.definition !== undefined)
    changes.push({ kind: 'reword', theme: { name, definition } });
  if (state !== undefined) changes.push({ kind: state === 'closed' ? 'close' : 'open_again' });
  for (const change of changes) {
    const changed = await changeTheme(house, workspace, { id, change, actor });
    if (changed.kind === 'unknown') return notFound('such theme');
    if (changed.kind !== 'changed')
      return said(changed.kind === 'named_before' ? 'THEME_NAMED' : 'THEME_CLOSED');
  }
  return null;
}

function said(code: 'THEME_NAMED' | 'THEME_CLOSED'): Problem {
  return problemOf(THEME_PROBLEMS, code, THEME_PROBLEMS[code].meaning);
}
