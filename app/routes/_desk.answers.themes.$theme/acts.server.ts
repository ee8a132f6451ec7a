import { followMerged } from '#app/followup/theme/follow-merged.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type ChangedTheme, changeTheme, type ThemeChange } from '#app/results/theme/change-theme.server.ts';
import { mergeThemes } from '#app/results/theme/merge-themes.server.ts';
import { ThemeForm } from '#app/results/theme/theme.ts';

interface Given {
  themeId: string;
  form: FormData;
  actor: Actor;
}

export type Acted = FaultyForm | { kind: 'not_found' } | { kind: 'done'; themeId: string };

/** What a member does on the page of a theme, by the intent of the form. */
export async function act(house: House, workspace: Workspace, given: Given): Promise<Acted> {
  const { form } = given;
  switch (form.get('intent')) {
    case 'close':
      return change(house, workspace, given, { kind: 'close' });
    case 'open_again':
      return change(house, workspace, given, { kind: 'open_again' });
    case 'merge':
      return merge(house, workspace, given);
    default: {
      const read = readForm(form, ThemeForm);
      if (read.kind === 'faulty') return read;
      return change(house, workspace, given, { kind: 'reword', theme: read.input });
    }
  }
}

async function change(
  house: House,
  workspace: Workspace,
  { themeId, form, actor }: Given,
  wanted: ThemeChange,
): Promise<Acted> {
  const changed = await changeTheme(house, workspace, { id: themeId, change: wanted, actor });
  return changed.kind === 'changed' ? { kind: 'done', themeId } : refusal(form, changed);
}

function refusal(form: FormData, changed: Exclude<ChangedTheme, { kind: 'changed' }>): Acted {
  if (changed.kind === 'unknown') return { kind: 'not_found' };
  if (changed.kind === 'merged') return faultyForm(form, { name: 'Its tags are at another theme by now.' });
  return faultyForm(form, {
    name: 'There is an open theme of this name. Merge the two, or choose another name.',
  });
}

async function merge(
  house: House,
  workspace: Workspace,
  { themeId: from, form, actor }: Given,
): Promise<Acted> {
  const into = fromSlug('theme', String(form.get('into') ?? ''));
  if (!into) return faultyForm(form, { into: 'Choose the theme that stays.' });
  const merged = await mergeThemes(house, workspace, { from, into, actor }, followMerged);
  if (merged.kind === 'merged') return { kind: 'done', themeId: into };
  if (merged.kind === 'unknown') return { kind: 'not_found' };
  return faultyForm(form, { into: 'Choose another theme, one that is open.' });
}
