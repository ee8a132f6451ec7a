import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { chooseOwner } from './choose-owner.server.ts';
import { dueAfter } from './due-time.ts';
import { insertFollowUp, insertNote, type NewFollowUp } from './follow-up.store.server.ts';
import type { Hooks } from './hooks.server.ts';
import { isRuleOn } from './rule/rule.store.server.ts';
import { linkTheme } from './theme/follow-up-theme.store.server.ts';

/** What is opened, without what the moment says: its id, its owner and when it is due. */
export interface ToOpen extends Omit<NewFollowUp, 'id' | 'ownerId' | 'dueAt' | 'at'> {
  /** What it is about, where it is about a theme. */
  themeId?: string | null;
  /** Null: whoever the programme falls to. */
  ownerId: string | null;
  /** A moment in ms, or working hours from now. */
  due: { at: number } | { hours: number };
  actor: Actor;
  /** Why it was opened, for its history. */
  words: string;
}

export type OpenedInside =
  | { kind: 'opened'; id: string }
  /** The rule opened one for the same thing before. */
  | { kind: 'before' }
  /** The rule was switched off while it looked. */
  | { kind: 'off' }
  /** Nobody of the workspace can be given any. */
  | { kind: 'nobody' };

/** Opens a follow-up in a transaction (`house.db`), for whom it is meant or who stands in for them. */
export async function openInside(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { ownerId, due, actor, words, themeId, ...about }: ToOpen,
  hooks: Hooks,
): Promise<OpenedInside> {
  const at = clock.now();
  if (about.rule && !(await isRuleOn(tx, workspace, about.rule.id))) return { kind: 'off' };
  const rules = await readAskingRules(tx, workspace);
  const owner = await chooseOwner(tx, workspace, { ownerId, programmeId: about.programmeId, at, rules });
  if (!owner) return { kind: 'nobody' };
  const dueAt = 'at' in due ? due.at : dueAfter(at, due.hours, rules);
  const id = ids.make();
  const opened = { ...about, ownerId: owner.ownerId, id, dueAt, at };
  if (!(await insertFollowUp(tx, workspace, opened))) return { kind: 'before' };
  if (themeId) await linkTheme(tx, workspace, { followUpId: id, themeId });
  const said = [words, owner.instead].filter(Boolean).join(' ');
  const note = { id: ids.make(), followUpId: id, at, actor, kind: 'opened' as const, words: said };
  await insertNote(tx, workspace, note);
  await hooks.onEvent(tx, workspace, { kind: 'follow_up.opened', id, personaId: about.personaId, at });
  return { kind: 'opened', id };
}
