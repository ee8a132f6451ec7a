import { data, redirect } from '@remix-run/node';
import { setThemeSize } from '#app/followup/decision/set-theme-size.server.ts';
import { ThemeSize } from '#app/followup/decision/theme-size.ts';
import type { House } from '#app/platform/house.ts';
import { faultyForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

interface Given {
  programmeId: string;
  form: FormData;
  actor: Actor;
  /** The programme as its address names it. */
  back: string;
}

/** Keeps from how many speakers on a theme waits for a decision. */
export async function saveSize(
  house: House,
  workspace: Workspace,
  { programmeId, form, actor, back }: Given,
) {
  const read = ThemeSize.safeParse(form.get('speakers') || undefined);
  const ticked = { personas: [] as string[], followUps: [] as string[], themes: [] as string[] };
  if (!read.success) {
    const speakers = read.error.issues[0]!.message;
    return data({ ...faultyForm(form, { speakers }), ticked }, { status: 422 });
  }
  await setThemeSize(house, workspace, { programmeId, speakers: read.data, actor });
  throw redirect(`/programmes/${back}/decisions`, 303);
}
